from __future__ import annotations

from collections.abc import Callable
from queue import Queue
from typing import Any

import pytest

from vrp.backend.audio import pulse_watch
from vrp.backend.audio.pulse_watch import PulseWatch, SoundDevices, look
from vrp.testing.microphone import VirtualMicrophone

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


def test_a_microphone_that_comes_while_we_look_is_not_missed(
    microphone: VirtualMicrophone, monkeypatch: pytest.MonkeyPatch
) -> None:
    plugged = False

    def look_and_be_overtaken(pulse: Any) -> SoundDevices:
        nonlocal plugged
        seen = look(pulse)
        if not plugged:
            plugged = True
            microphone.plug("usb")
            look(pulse)  # takes the news in, which ends no listening, as none has begun
        return seen

    monkeypatch.setattr(pulse_watch, "look", look_and_be_overtaken)
    told: Queue[SoundDevices] = Queue()
    PulseWatch(told.put).start()
    _wait(told, lambda news: _names(news) == ["mic", "usb"])


@pytest.mark.parametrize("answered", [True, False])
def test_a_server_that_dies_while_we_look_is_told(
    microphone: VirtualMicrophone, monkeypatch: pytest.MonkeyPatch, answered: bool
) -> None:
    deaths = [microphone.kill]

    def look_at_the_dying(pulse: Any) -> SoundDevices:
        seen = look(pulse)
        if not deaths:
            return seen
        deaths.pop()()
        pulse.event_listen(timeout=10, raise_on_disconnect=False)  # libpulse hears of it, and we do not yet
        return seen if answered else look(pulse)

    monkeypatch.setattr(pulse_watch, "look", look_at_the_dying)
    told: Queue[SoundDevices] = Queue()
    PulseWatch(told.put).start()
    _wait(told, lambda news: not news.told)
    microphone.start()
    _wait(told, lambda news: _names(news) == ["mic"])
