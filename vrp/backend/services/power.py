"""Whether the computer runs on its battery."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Final

_SUPPLIES: Final = Path("/sys/class/power_supply")


def on_battery(supplies: Path = _SUPPLIES) -> bool:
    """True where the system says that no mains supply is connected; False where it says nothing (only Linux does)."""
    mains = []
    for supply in supplies.glob("*"):
        with contextlib.suppress(OSError):
            if (supply / "type").read_text().strip() in ("Mains", "USB"):
                mains.append((supply / "online").read_text().strip() != "0")
    return bool(mains) and not any(mains)
