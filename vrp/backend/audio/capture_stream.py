"""One open microphone: Qt's audio source, read by polling out of a buffer that outlasts every stall of this process."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QIODevice
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSource, QMediaDevices, QtAudio

from vrp.backend.domain.takes import CaptureFormat, InputDevice
from vrp.backend.errors import FormatUnsupported, MicrophoneLost, SoundServerGone
from vrp.backend.phrases import Phrase

# Qt's own default is a quarter of a second, and what does not fit is lost without a sign.
BUFFER_SECONDS: Final = 5


def inputs() -> tuple[InputDevice, ...]:
    """The microphones that Qt knows; on Linux it misses some that went away, see `vrp.backend.audio.pulse_watch`."""
    default = QMediaDevices.defaultAudioInput().id()
    return tuple(
        InputDevice(_id(device), device.description(), device.id() == default) for device in QMediaDevices.audioInputs()
    )


class CaptureStream:
    """An open microphone. Only open and close one while the sound server answers: Qt aborts or waits otherwise."""

    def __init__(self, device: InputDevice, format: CaptureFormat) -> None:
        """Raises `MicrophoneLost`, `FormatUnsupported` or `SoundServerGone`."""
        self.device = device
        self.format = format
        self.opened = time.monotonic()
        found = next((one for one in QMediaDevices.audioInputs() if _id(one) == device.id), None)
        if found is None:
            raise MicrophoneLost(device=device.name)
        wanted = _qt_format(format)
        if not found.isFormatSupported(wanted):
            raise FormatUnsupported(device=device.name, format=_in_words(format))
        self._frame = wanted.bytesPerFrame()
        self._source = QAudioSource(found, wanted)
        self._source.setBufferSize(BUFFER_SECONDS * format.sample_rate * self._frame)
        self._rest = b""
        self._io: QIODevice | None = self._source.start()
        if self._source.error() != QtAudio.Error.NoError:  # then start gave None, whatever its type says
            raise SoundServerGone

    def read(self) -> bytes:
        """All whole frames that have come since the last call, as the device delivers them."""
        if self._io is None:
            return b""
        data = self._rest + bytes(self._io.readAll().data())
        whole = len(data) // self._frame * self._frame
        self._rest = data[whole:]
        return data[:whole]

    def frames(self, raw: bytes) -> int:
        return len(raw) // self._frame

    @property
    def stopped(self) -> bool:
        """Qt itself has noticed that no more sound will come."""
        return self._source.state() == QtAudio.State.StoppedState

    def close(self) -> None:
        self._io = None
        self._source.stop()


def _id(device: QAudioDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")


def _qt_format(format: CaptureFormat) -> QAudioFormat:
    wanted = QAudioFormat()
    wanted.setSampleRate(format.sample_rate)
    wanted.setChannelCount(format.channels)
    kinds = QAudioFormat.SampleFormat
    wanted.setSampleFormat(kinds.Int16 if format.bits == 16 else kinds.Int32)
    return wanted


def _in_words(format: CaptureFormat) -> Phrase:
    told = {"channels": format.channels, "rate": str(format.sample_rate), "bits": format.bits}
    return Phrase("{channels} channel(s) at {rate} Hz in {bits} bits", **told)
