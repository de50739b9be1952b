#!/usr/bin/env bash
# Changes the code of the data layer in thousands of small ways and asks of each whether a test notices.
# usage: scripts/mutate.sh [NAME OF A MUTANT OR PATTERN…]     for example "vrp.backend.persistence.faults*"
set -euo pipefail
cd "$(dirname "$0")/.."
# Beside the environment, not in it: what mutmut needs is nobody else's business.
tool=build/mutmut
[ -d "$tool" ] || .venv/bin/python -m pip install --quiet --disable-pip-version-check --target "$tool" 'mutmut>=3.8,<4'
export PYTHONPATH="$PWD/$tool"
.venv/bin/python -m mutmut run "$@"
.venv/bin/python -m mutmut results
