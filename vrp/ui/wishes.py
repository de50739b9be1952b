"""What needs the library closed.

The window leaves a wish and closes; the composition root fulfils it and opens the window again, which tells what came
of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vrp.backend.errors import VrpError


@dataclass(frozen=True, slots=True)
class RestoreWish:
    """The library is to become what a snapshot in ``folder`` holds; without a snapshot: take the last restore back."""

    folder: Path
    snapshot: str = ""


@dataclass(frozen=True, slots=True)
class MoveWish:
    """The library is to lie at ``target``. ``back``: that is where it was before."""

    target: Path
    back: bool = False


@dataclass(frozen=True, slots=True)
class SafeModeWish:
    """The window is to open again in safe mode."""


Wish = RestoreWish | MoveWish | SafeModeWish


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a wish; ``undo`` is the wish that takes it back, ``library`` where the library lies now.

    ``safe``: the window opens in safe mode.
    """

    text: str = ""
    fault: VrpError | None = None
    undo: Wish | None = None
    library: Path | None = None
    safe: bool = False
