#!/usr/bin/env bash
# Runs the tests: most on two cores, beside them one by one those with sound, which wait most of the time, and at the end
# those that want the machine for themselves. COVERAGE=1 counts all, one part after the other.
# usage: scripts/test.sh [ARGUMENT OF pytest…]     with -m in it, what it selects is run once, on one core
set -euo pipefail
cd "$(dirname "$0")/.."

covered=()
if [[ -n ${COVERAGE:-} ]]; then
  covered=(--cov --cov-append --cov-report=)
  rm -f .coverage .coverage.*
fi

run() { # a selection without any test is no failure: it was meant for another part
  nice -n "$niceness" .venv/bin/python -m pytest "${covered[@]}" "$@" || [[ $? -eq 5 ]]
}

silent() { # gives way to sound, which cannot wait
  niceness=5 run -n 2 --dist loadfile -m "not (bench or campaign or alone or sound)" "$@"
}

sound() {
  run -m "sound and not (bench or campaign or alone)" "$@"
}

niceness=0
failed=0
if [[ " $* " == *" -m "* ]]; then
  run "$@" || failed=1
elif [[ -n ${COVERAGE:-} ]]; then
  silent "$@" || failed=1
  sound "$@" || failed=1
  run -m "alone and not (bench or campaign)" "$@" || failed=1
else
  said=$(mktemp)
  set -m # a group of its own, which an interrupt ends with its children, and which does not ignore interrupts
  sound "$@" >"$said" 2>&1 &
  beside=$!
  set +m
  trap 'kill -- "-$beside" 2>/dev/null || true; rm -f "$said"' EXIT
  silent "$@" || failed=1
  wait "$beside" || failed=1
  cat "$said"
  run -m "alone and not (bench or campaign)" "$@" || failed=1
fi
[[ -z ${COVERAGE:-} ]] || .venv/bin/python -m coverage report
exit "$failed"
