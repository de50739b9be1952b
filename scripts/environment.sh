#!/usr/bin/env bash
# Makes .venv if there is none, and installs what LOCK names, hashes checked, and this tree as an editable package.
# usage: scripts/environment.sh LOCK
set -euo pipefail
cd "$(dirname "$0")/.."
lock=$1

find_python() { # a Python that can make a virtual environment with pip in it
  local name
  for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
    if "$name" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$name"
      return
    fi
  done
  echo "Voice Recorder Pro needs Python 3.11 or newer with its venv module, and none was found on PATH." >&2
  echo "On Debian 12 or Ubuntu 24.04: sudo apt-get install python3 python3-venv" >&2
  return 1
}

# An environment whose Python was since removed or is too old is made anew; a sound one is kept.
if ! .venv/bin/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  python=$(find_python)
  "$python" -m venv --clear .venv
fi
# As constraints too: older pips look for `coverage[toml]` without the pin of `coverage`, and refuse a newer one's hash.
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r "$lock" -c "$lock"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --no-deps --no-build-isolation --editable .
# So that the first start is as fast as the others, also where Python is told not to write what it compiled.
.venv/bin/python -m compileall -q vrp migrations
