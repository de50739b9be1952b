#!/usr/bin/env bash
# Runs the tests: all on two cores, then those with sound, which want the machine for themselves; coverage is of both.
# usage: scripts/test.sh [ARGUMENT OF pytest…]     with -m in it, what it selects is run once, on one core
set -euo pipefail
cd "$(dirname "$0")/.."

run() { # a selection without any test is no failure: it was meant for the other half
  .venv/bin/python -m pytest --cov --cov-report= "$@" || [[ $? -eq 5 ]]
}

rm -f .coverage .coverage.*
failed=0
if [[ " $* " == *" -m "* ]]; then
  run "$@" || failed=1
else
  run -n 2 --dist loadfile -m "not (bench or campaign or alone or sound)" "$@" || failed=1
  run --cov-append -m "(alone or sound) and not (bench or campaign)" "$@" || failed=1
fi
.venv/bin/python -m coverage report
exit "$failed"
