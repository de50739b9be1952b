#!/usr/bin/env bash
# Checks that the system has what Qt and sound need (set "run"), and what the tests need besides (set "test"), and the
# programs that the benchmark runs beside (set "bench").
# As root on Debian or Ubuntu it installs what is missing; elsewhere it prints the one command that does.
# usage: scripts/system_packages.sh run|test|bench
set -euo pipefail
PATH=$PATH:/usr/sbin:/sbin # ldconfig is there, and not on everybody's PATH

# One line each: how to see that it is there, then the Debian package that brings it.
run_set='
lib:libpulse.so.0             libpulse0
lib:libEGL.so.1               libegl1
lib:libGL.so.1                libgl1
lib:libglib-2.0.so.0          libglib2.0-0
lib:libfontconfig.so.1        libfontconfig1
lib:libfreetype.so.6          libfreetype6
lib:libdbus-1.so.3            libdbus-1-3
lib:libgssapi_krb5.so.2       libgssapi-krb5-2
lib:libxkbcommon.so.0         libxkbcommon0
lib:libxkbcommon-x11.so.0     libxkbcommon-x11-0
lib:libX11-xcb.so.1           libx11-xcb1
lib:libXext.so.6              libxext6
lib:libXrandr.so.2            libxrandr2
lib:libdrm.so.2               libdrm2
lib:libwayland-client.so.0    libwayland-client0
lib:libwayland-cursor.so.0    libwayland-cursor0
lib:libwayland-egl.so.1       libwayland-egl1
lib:libxcb-cursor.so.0        libxcb-cursor0
lib:libxcb-glx.so.0           libxcb-glx0
lib:libxcb-icccm.so.4         libxcb-icccm4
lib:libxcb-image.so.0         libxcb-image0
lib:libxcb-keysyms.so.1       libxcb-keysyms1
lib:libxcb-randr.so.0         libxcb-randr0
lib:libxcb-render.so.0        libxcb-render0
lib:libxcb-render-util.so.0   libxcb-render-util0
lib:libxcb-shape.so.0         libxcb-shape0
lib:libxcb-shm.so.0           libxcb-shm0
lib:libxcb-sync.so.1          libxcb-sync1
lib:libxcb-util.so.1          libxcb-util1
lib:libxcb-xfixes.so.0        libxcb-xfixes0
lib:libxcb-xkb.so.1           libxcb-xkb1
fonts                         fonts-dejavu-core
venv                          python3-venv
'
test_set='
cmd:make                      make
cmd:Xvfb                      xvfb
cmd:xdotool                   xdotool
cmd:import                    imagemagick
cmd:pulseaudio                pulseaudio
cmd:pactl                     pulseaudio-utils
cmd:sox                       sox
cmd:ffmpeg                    ffmpeg
cmd:espeak-ng                 espeak-ng
cmd:desktop-file-validate     desktop-file-utils
cmd:appstreamcli              appstream
postgres                      postgresql
'

bench_set='
cmd:restic                    restic
cmd:borg                      borgbackup
'

is_there() {
  case $1 in
    lib:*) [[ $libraries == *"${1#lib:} "* ]] ;;
    cmd:*) command -v "${1#cmd:}" >/dev/null ;;
    fonts) [[ -n $(find -L /usr/share/fonts /usr/local/share/fonts "$HOME/.local/share/fonts" "$HOME/.fonts" \
      -name '*.[ot]t[fc]' -print -quit 2>/dev/null) ]] ;;
    postgres) command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null ;; # Debian keeps it off PATH
    venv) for python in python3 python3.14 python3.13 python3.12 python3.11; do
      "$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && return 0
    done && return 1 ;;
  esac
}

main() {
  [[ $(uname -s) == Linux ]] && command -v ldconfig >/dev/null || return 0 # other systems' Qt brings what it needs
  local libraries probe package missing=() wanted=$run_set
  case ${1:-} in
    run) ;;
    test) wanted+=$test_set ;;
    bench) wanted+=$test_set$bench_set ;;
    *) echo "usage: $0 run|test|bench" >&2; return 2 ;;
  esac
  libraries=$(ldconfig -p)
  while read -r probe package; do
    [[ -z $probe ]] || is_there "$probe" || missing+=("$package")
  done <<<"$wanted"
  ((${#missing[@]})) || return 0

  if ! command -v apt-get >/dev/null; then
    # Their names and places differ from system to system, so this is a hint and no reason to stop.
    echo "Not found on this system (by Debian's names); if the program does not start, install them: ${missing[*]}" >&2
  elif [[ $(id -u) == 0 ]]; then
    install_packages "${missing[@]}"
  else
    echo "Voice Recorder Pro needs packages of the system that are missing. Install them, then try again:" >&2
    echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
    return 1
  fi
}

install_packages() {
  local apt=(apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
  export DEBIAN_FRONTEND=noninteractive
  echo "Installing packages of the system: $*"
  # One source of packages that is out of reach must not stop an install that the others can serve.
  "${apt[@]}" update </dev/null || echo "The lists of packages could not all be renewed; going on with those there are." >&2
  "${apt[@]}" install -y --no-install-recommends "$@" </dev/null >/dev/null
}

main "$@"
