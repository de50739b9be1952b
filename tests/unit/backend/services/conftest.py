from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from vrp.app.opening import Backend, Opening, open_backend


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[Backend]:
    """A real library in a temporary folder, with all its services."""
    with open_backend(Opening(str(tmp_path / "library"))) as opened:
        yield opened
