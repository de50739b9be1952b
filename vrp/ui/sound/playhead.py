"""Where the sound is between two reports of the player, so that the playhead glides instead of hopping. Pure."""

from __future__ import annotations

from typing import Final

_JUMP: Final = 0.25  # seconds: a report so far from what was reckoned is a seek, not an error
_PULL: Final = 0.2  # of the error that is taken up at each report: none is seen
_LONGEST: Final = 0.5  # without a report for so long, it stands


class Playhead:
    """Feed it reports with the time (seconds, any origin); ask it at any time."""

    def __init__(self) -> None:
        self._position = 0.0
        self._at: float | None = None  # None while it stands
        self._reported = 0.0
        self.speed = 1.0

    def place(self, position: float) -> None:
        """It stands here: paused, or sought."""
        self._position, self._at = position, None

    def report(self, position: float, now: float) -> None:
        """The player plays, and is here."""
        if self._at is None:
            reckoned = position
        else:
            reckoned = self.at(now)
            error = position - reckoned
            reckoned = position if abs(error) > _JUMP * max(1.0, self.speed) else reckoned + _PULL * error
        self._position, self._at = reckoned, now

    def at(self, now: float) -> float:
        if self._at is None:
            return self._position
        return self._position + min(max(0.0, now - self._at), _LONGEST) * self.speed
