"""How a service tells how far it is, and learns that it is no longer wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """``done`` of ``total`` units (bytes, files…; total 0: not known yet) and what is being worked on."""

    done: int
    total: int
    item: str = ""


class Progress(Protocol):
    """Called often by a service; raises `vrp.backend.errors.Cancelled` when the work is to end."""

    def __call__(self, done: int, total: int, item: str = "") -> None: ...


def silent(done: int, total: int, item: str = "") -> None:
    """The progress of nobody who looks."""
