#!/usr/bin/env bash
# Opens the window; where there is no display, shows the main job without one.
# usage: scripts/run.sh [ARGUMENT OF vrp…]
set -euo pipefail
vrp=$(dirname "$0")/../.venv/bin/vrp

if [[ $# -eq 0 && $(uname -s) == Linux && -z ${DISPLAY:-} && -z ${WAYLAND_DISPLAY:-} ]]; then
  echo "There is no display here, so this is the tour of the main job without a window (vrp tour)."
  exec "$vrp" tour
fi
exec "$vrp" "$@"
