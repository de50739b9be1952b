"""The microphone that the engine is told to use: found, opened, lost, moved, and opened again."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from vrp.backend.audio.capture_stream import CaptureStream
from vrp.backend.audio.pulse_watch import SoundDevices
from vrp.backend.audio.sound_server import SoundServer
from vrp.backend.domain.takes import CaptureFormat, EndReason, InputDevice
from vrp.backend.errors import CaptureFault, MicrophoneLost, MicrophoneMoved, NoMicrophone, SoundServerGone

RETRY_SECONDS: Final = (0.1, 0.25, 0.5, 1.0, 2.0)
# Qt hears of a new microphone a moment later than we do, so the first refusals are not told.
QUIET_FAILURES: Final = 2
# News that was gathered before the stream was opened, or while it was, still tells of the last one.
SETTLE_SECONDS: Final = 0.2


@dataclass(frozen=True, slots=True)
class Trouble:
    """The open stream is not, or no longer, what was asked for."""

    reason: EndReason
    fault: CaptureFault


class CaptureMicrophone:
    """Holds the open `stream`, or None. ``start_again`` ends this process in favour of a new one."""

    def __init__(self, start_again: Callable[[], None]) -> None:
        self.format = CaptureFormat()
        self.device_id = ""
        self.devices: SoundDevices | None = None
        self.stream: CaptureStream | None = None
        self._start_again = start_again
        self._server = SoundServer()
        self._server_died = False
        self._names: dict[str, str] = {}
        self._dead: CaptureStream | None = None
        self._failures = 0
        self._retry_at = 0.0

    def missing(self) -> CaptureFault:
        """Why there is no stream."""
        if self.devices is None or not self.devices.told:
            return SoundServerGone()
        if not self.device_id:
            return NoMicrophone()
        return MicrophoneLost(device=self._names.get(self.device_id, self.device_id))

    def try_to_open(self) -> CaptureFault | None:
        """Open the stream if it is time to; returns what is worth telling where that fails."""
        now = time.monotonic()
        if now < self._retry_at or self.devices is None:
            return None
        try:
            self._open()
        except CaptureFault as fault:
            self._retry_at = now + RETRY_SECONDS[min(self._failures, len(RETRY_SECONDS) - 1)]
            self._failures += 1
            return fault if self._failures > QUIET_FAILURES else None
        return None

    def heard(self) -> None:
        """Sound has come: whatever failed before is over."""
        self._failures = 0

    def drop(self) -> None:
        """Use the stream no more. It is closed when the server answers: Qt would wait for one that hangs."""
        self._dead, self.stream = self.stream, None
        self._failures = 0
        self._retry_at = 0.0

    def news(self, devices: SoundDevices) -> Trouble | None:
        """Take in what there is now; returns what that means for the open stream."""
        if self.devices is None or self.devices.inputs != devices.inputs:
            self._retry_at = 0.0
        self.devices = devices
        self._server_died = self._server_died or not devices.told
        self._names.update({device.id: device.name for device in devices.inputs})
        stream = self.stream
        if stream is None or not devices.told:
            return None  # a server that is gone is noticed by its silence
        if all(device.id != stream.device.id for device in devices.inputs):
            return Trouble(EndReason.DEVICE_LOST, MicrophoneLost(device=stream.device.name))
        elsewhere = devices.listening_to and stream.device.id not in devices.listening_to
        if elsewhere and devices.at > stream.opened + SETTLE_SECONDS:
            return Trouble(EndReason.DEVICE_MOVED, MicrophoneMoved(device=stream.device.name))
        return None

    @property
    def outdated(self) -> bool:
        """The stream is sound, but another format or microphone is wanted now, be it there or not."""
        if self.stream is None:
            return False
        wanted = self._wanted()
        id = wanted.id if wanted else self.device_id or self.stream.device.id
        return self.stream.format != self.format or self.stream.device.id != id

    def _wanted(self) -> InputDevice | None:
        """The chosen microphone, or the system's default where none was chosen; None while it is not there."""
        found = self.devices.inputs if self.devices else ()
        if self.device_id:
            return next((device for device in found if device.id == self.device_id), None)
        return next((device for device in found if device.is_default), found[0] if found else None)

    def _open(self) -> None:
        device = self._wanted()
        if device is None:
            raise self.missing()
        if not self._server.answers():
            raise SoundServerGone
        if self._server_died:
            self._start_again()
        if self._dead is not None:
            self._dead.close()
            self._dead = None
        self.stream = CaptureStream(device, self.format)
