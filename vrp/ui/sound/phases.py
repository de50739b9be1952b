"""What the record bar says about recording: the recorder's states, and the two that only the window knows."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from vrp.backend.domain.takes import RecorderState


class Phase(StrEnum):
    OFF = "off"  # no microphone yet
    IDLE = "idle"
    ARMING = "arming"  # Record was pressed, and no sound came yet
    RECORDING = "recording"
    PAUSED = "paused"
    FINALISING = "finalising"
    FAILED = "failed"  # the last take ended by a fault, or none could begin


_PHASES: Final = {
    RecorderState.OFF: Phase.OFF,
    RecorderState.READY: Phase.IDLE,
    RecorderState.RECORDING: Phase.RECORDING,
    RecorderState.PAUSED: Phase.PAUSED,
    RecorderState.STOPPING: Phase.FINALISING,
}


def phase_of(state: RecorderState, *, arming: bool = False, failed: bool = False) -> Phase:
    """A take that runs goes before what happened to the one before it."""
    phase = _PHASES[state]
    if phase in (Phase.OFF, Phase.IDLE):
        return Phase.ARMING if arming else Phase.FAILED if failed else phase
    return phase
