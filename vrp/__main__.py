"""``python -m vrp`` is the same program as the installed ``vrp`` command."""

import sys

from vrp.cli import main

if __name__ == "__main__":
    sys.exit(main())
