#!/usr/bin/env bash
# Writes the lock files from pyproject.toml: names, versions and hashes, for every system and Python that is supported.
# usage: scripts/lock.sh [OPTION OF uv pip compile…]     for example --upgrade, or --upgrade-package av
set -euo pipefail
cd "$(dirname "$0")/.."
.venv/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.7'

compile() {
  .venv/bin/uv pip compile pyproject.toml --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
    --no-header --no-annotate "$@"
}

compile --group build --output-file requirements.lock "$@"
# The second stands on the first: a version differs between them never.
compile --extra postgres --group test --group lint --group bench --constraint requirements.lock --output-file requirements-dev.lock "$@"
