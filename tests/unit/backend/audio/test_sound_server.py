from __future__ import annotations

import time

import pytest

from vrp.backend.audio.sound_server import SoundServer
from vrp.testing.microphone import VirtualMicrophone, wait_until

pytestmark = pytest.mark.sound


def test_a_server_that_is_gone_or_hangs_does_not_answer(microphone: VirtualMicrophone) -> None:
    server = SoundServer()
    assert server.answers(5)
    microphone.freeze()
    began = time.monotonic()
    assert not server.answers(0.2)
    assert not server.answers(0.2)
    assert time.monotonic() - began < 2
    microphone.thaw()
    wait_until(server.answers, "the server answers again")
    microphone.kill()
    assert not server.answers(5)
    microphone.start()
    assert server.answers(5)
