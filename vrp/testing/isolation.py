"""Keeps a test away from the person who runs it: a home of its own, no screen, no sound, no setting of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FOLDERS = {
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
}
# Each of these would lead to a display, a bus, a sound server or a database outside of the test.
_REMOVED = (
    "DATABASE_URL",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "DBUS_SESSION_BUS_ADDRESS",
    "PULSE_RUNTIME_PATH",
    "PULSE_COOKIE",
    "PULSE_SINK",
    "PULSE_SOURCE",
    "XDG_CONFIG_DIRS",
    "XDG_DATA_DIRS",
)


def isolate(home: Path, runtime: Path, current: Mapping[str, str]) -> dict[str, str | None]:
    """What to change in the environment ``current`` of a whole run; None stands for a variable to be removed."""
    return {
        **dict.fromkeys(_REMOVED),
        **new_home(home, current),
        "XDG_RUNTIME_DIR": str(runtime),
        # Nobody listens there: sound is heard only by a test that starts a server of its own.
        "PULSE_SERVER": f"unix:{runtime}/no-sound-server",
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "qt.multimedia.*=false",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }


def new_home(home: Path, current: Mapping[str, str]) -> dict[str, str | None]:
    """The part that is made anew for each test: its home, and no setting of the program."""
    return {
        **{name: None for name in current if name.startswith("VRP_")},
        **{name: str(home / folder) for name, folder in _FOLDERS.items()},
        "DATABASE_URL": None,
        "HOME": str(home),
    }
