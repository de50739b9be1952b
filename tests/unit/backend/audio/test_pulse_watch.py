from __future__ import annotations

from collections.abc import Callable
from queue import Queue

import pytest

from tests.support.virtual_microphone import VirtualMicrophone
from vrp.backend.audio.pulse_watch import PulseWatch, SoundDevices

pytestmark = pytest.mark.sound


def _wait(told: Queue[SoundDevices], condition: Callable[[SoundDevices], bool]) -> SoundDevices:
    while not condition(news := told.get(timeout=10)):
        pass
    return news


def _names(devices: SoundDevices) -> list[str]:
    return [device.id for device in devices.inputs]


def test_microphones_that_come_and_go_are_told(microphone: VirtualMicrophone) -> None:
    told: Queue[SoundDevices] = Queue()
    watch = PulseWatch(told.put)
    watch.start()
    first = _wait(told, lambda news: _names(news) == ["mic"])  # and no monitor of a loudspeaker
    assert first.inputs[0].is_default
    microphone.plug("usb")
    _wait(told, lambda news: _names(news) == ["mic", "usb"])
    microphone.unplug("usb")
    _wait(told, lambda news: _names(news) == ["mic"])
    microphone.kill()
    _wait(told, lambda news: news.inputs == ())
    microphone.start()
    _wait(told, lambda news: _names(news) == ["mic"])
    watch.stop()
    microphone.kill()
    watch.join(10)
    assert not watch.is_alive()
