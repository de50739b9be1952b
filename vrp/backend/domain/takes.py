"""A take: one recording from pressing Record to Stop, and what is said about it while it runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

SAMPLE_RATES: Final = (8_000, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000, 192_000)
BIT_DEPTHS: Final = (16, 24)
MAX_CHANNELS: Final = 8


@dataclass(frozen=True, slots=True)
class CaptureFormat:
    """Linear PCM: ``sample_rate`` in Hz, ``channels`` interleaved, ``bits`` a sample (16 or 24)."""

    sample_rate: int = 48_000
    channels: int = 1
    bits: int = 16

    @property
    def bytes_per_frame(self) -> int:
        return self.channels * self.bits // 8


class Preset(StrEnum):
    VOICE = "voice"
    INTERVIEW = "interview"
    MUSIC = "music"


PRESETS: Final[dict[Preset, CaptureFormat]] = {
    Preset.VOICE: CaptureFormat(48_000, 1, 16),
    Preset.INTERVIEW: CaptureFormat(48_000, 2, 16),
    Preset.MUSIC: CaptureFormat(48_000, 2, 24),
}


class InputDevice(NamedTuple):
    """A microphone (or, for playing, an output): ``id`` is stable for the system, ``name`` is for people."""

    id: str
    name: str
    is_default: bool = False


class Gap(NamedTuple):
    """``frames`` that the clock says should have come after frame ``at`` of the take, and did not."""

    at: int
    frames: int


class Level(NamedTuple):
    """One reading of the meter in dBFS (0 is full scale, silence is -120); ``clipped`` latches for the reading."""

    peak: float
    clipped: bool = False


SILENT: Final = Level(-120.0)


class RecorderState(StrEnum):
    """``OFF``: no engine or no device yet; ``READY``: the meter moves and Record will work at once."""

    OFF = "off"
    READY = "ready"
    RECORDING = "recording"
    PAUSED = "paused"
    STOPPING = "stopping"


class EndReason(StrEnum):
    REQUESTED = "requested"
    DEVICE_LOST = "device_lost"
    DEVICE_MOVED = "device_moved"
    NO_DATA = "no_data"
    DISK_FULL = "disk_full"
    WRITE_FAILED = "write_failed"
    PARENT_GONE = "parent_gone"
    ENGINE_DIED = "engine_died"


class WarningKind(StrEnum):
    SILENCE = "silence"
    CLIPPING = "clipping"
    GAP = "gap"
    DISK_LOW = "disk_low"


@dataclass(frozen=True, slots=True)
class TakeWarning:
    """Something that a person should know while the take goes on; ``over``: it has ended (sound is back)."""

    kind: WarningKind
    frames: int = 0
    over: bool = False


@dataclass(frozen=True, slots=True)
class TakeEnded:
    """The take's WAV is closed and durable under ``takes/<uuid>/``; it still has to be kept (`RecorderService`)."""

    uuid: str
    frames: int
    format: CaptureFormat
    reason: EndReason
    device: str = ""
    gaps: tuple[Gap, ...] = field(default=())
