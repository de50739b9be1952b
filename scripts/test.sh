#!/usr/bin/env bash
# Runs the tests: all on two cores, then those with sound, which want the machine for themselves. COVERAGE=1 counts both.
# usage: scripts/test.sh [ARGUMENT OF pytest…]     with -m in it, what it selects is run once, on one core
set -euo pipefail
cd "$(dirname "$0")/.."

covered=()
if [[ -n ${COVERAGE:-} ]]; then
  covered=(--cov --cov-append --cov-report=)
  rm -f .coverage .coverage.*
fi

run() { # a selection without any test is no failure: it was meant for the other half
  .venv/bin/python -m pytest "${covered[@]}" "$@" || [[ $? -eq 5 ]]
}

failed=0
if [[ " $* " == *" -m "* ]]; then
  run "$@" || failed=1
else
  run -n 2 --dist loadfile -m "not (bench or campaign or alone or sound)" "$@" || failed=1
  run -m "(alone or sound) and not (bench or campaign)" "$@" || failed=1
fi
[[ -z ${COVERAGE:-} ]] || .venv/bin/python -m coverage report
exit "$failed"
