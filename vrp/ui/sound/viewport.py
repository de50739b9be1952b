"""Which part of a recording the waveform shows, and where in it a point of the widget lies. Pure numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

NEAREST: Final = 0.01  # seconds across the widget: nearer than that shows nothing new
STEP: Final = 1.6  # one step of the wheel or of the keyboard
_PAGE_KEPT: Final = 0.1  # of the page before, when the view turns


@dataclass(frozen=True, slots=True)
class Viewport:
    """``start`` and ``span`` of what is visible, in seconds, within a recording of ``duration``."""

    duration: float = 0.0
    start: float = 0.0
    span: float = 0.0

    @classmethod
    def of(cls, duration: float) -> Viewport:
        """All of it."""
        return cls(duration, 0.0, duration)

    @property
    def end(self) -> float:
        return self.start + self.span

    @property
    def is_zoomed(self) -> bool:
        return self.span < self.duration

    def seconds(self, share: float) -> float:
        """The time at a share of the width, 0 to 1; those outside mean the edges."""
        return self.start + min(1.0, max(0.0, share)) * self.span

    def share(self, seconds: float) -> float:
        """Where a time lies, 0 to 1 where it is visible."""
        return (seconds - self.start) / self.span if self.span else 0.0

    def zoomed(self, factor: float, around: float) -> Viewport:
        """Nearer by ``factor``; the time ``around`` stays where it is on the screen."""
        span = min(self.duration, max(min(NEAREST, self.duration), self.span / factor))
        at = min(1.0, max(0.0, self.share(around)))
        return replace(self, span=span).from_start(around - at * span)

    def scrolled(self, share: float) -> Viewport:
        """Moved by a share of what is visible."""
        return self.from_start(self.start + share * self.span)

    def centred(self, seconds: float) -> Viewport:
        return self.from_start(seconds - self.span / 2)

    def showing(self, seconds: float) -> Viewport:
        """The page on which a time is: the same one while it is visible, else the next or one around it."""
        if self.start <= seconds <= self.end:
            return self
        if 0 < seconds - self.end < self.span:
            return self.from_start(seconds - _PAGE_KEPT * self.span)
        return self.centred(seconds)

    def lengthened(self, duration: float) -> Viewport:
        """The recording turned out to be of another length."""
        if not self.is_zoomed:
            return Viewport.of(duration)
        return replace(self, duration=duration, span=min(self.span, duration)).from_start(self.start)

    def from_start(self, start: float) -> Viewport:
        return replace(self, start=max(0.0, min(start, self.duration - self.span)))
