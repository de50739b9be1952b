from __future__ import annotations

import time
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.support.audio_files import tone
from tests.support.heard_recorder import STEREO, HeardRecorder
from vrp.backend.audio import take_folder
from vrp.backend.domain.takes import CaptureFormat, EndReason, RecorderState, WarningKind
from vrp.backend.errors import EngineDied, MicrophoneLost, SoundServerGone
from vrp.testing.microphone import RATE, VirtualMicrophone, counter_wav, read_take, write_wav

pytestmark = pytest.mark.sound


@pytest.fixture
def heard(qtbot: QtBot, tmp_path: Path, microphone: VirtualMicrophone) -> Iterator[HeardRecorder]:
    heard = HeardRecorder(qtbot, tmp_path / "takes")
    yield heard
    heard.recorder.shutdown()


@pytest.mark.alone
@pytest.mark.parametrize("bits", [16, 24])
def test_a_take_holds_every_frame_that_was_spoken(
    heard: HeardRecorder, microphone: VirtualMicrophone, tmp_path: Path, bits: int
) -> None:
    heard.ready(CaptureFormat(48_000, 2, bits))
    heard.record()
    microphone.play(counter_wav(tmp_path / "counter.wav", 1.5))
    heard.until(lambda: heard.recorder.elapsed >= 2.2)
    ended = heard.stop()

    assert ended.reason is EndReason.REQUESTED
    assert ended.device == "mic"
    assert ended.format.bits == bits
    with wave.open(str(heard.wav(ended))) as file:
        assert file.getnframes() == ended.frames
    steps = heard.steps(ended)
    assert steps.size == 1.5 * RATE - 1
    assert np.all(steps == 1)
    assert heard.faults == []
    assert [*dict.fromkeys(heard.states)] == [RecorderState.READY, RecorderState.RECORDING, RecorderState.STOPPING]
    manifest = take_folder.read_manifest(heard.takes / ended.uuid)
    assert manifest is not None
    assert manifest.done
    heard.wait_for(RecorderState.READY)


def test_a_meter_that_looks_late_misses_no_peak(
    heard: HeardRecorder, microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    heard.ready()
    microphone.play(write_wav(tmp_path / "burst.wav", tone(0.3, channels=2, level=0.5)))
    heard.until(lambda: heard.recorder.level.peak > -7)
    heard.until(lambda: heard.recorder.level.peak < -60)
    assert heard.recorder.read_level().peak == pytest.approx(-6.0, abs=0.5)
    assert heard.recorder.read_level().peak < -60


@pytest.mark.alone
def test_the_first_sample_is_there_within_200_ms_of_record(heard: HeardRecorder) -> None:
    heard.ready()
    pressed = time.monotonic()
    heard.record(0.5)
    heard.recorder.stop()
    stopped = time.monotonic()
    ended = heard.end()
    assert ended.frames / RATE > stopped - pressed - 0.2


def test_the_meter_moves_before_record_is_pressed(
    heard: HeardRecorder, microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    heard.ready()
    assert heard.recorder.level.peak == -120
    microphone.play(write_wav(tmp_path / "tone.wav", tone(5, channels=2, level=0.5)))
    heard.until(lambda: -6.5 < heard.recorder.level.peak < -5.5)
    heard.until(lambda: heard.recorder.room is not None)
    assert list(heard.takes.iterdir()) == []


@pytest.mark.alone
def test_what_is_said_during_a_pause_is_not_recorded(
    heard: HeardRecorder, microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    heard.ready()
    heard.record()
    heard.recorder.pause()
    heard.wait_for(RecorderState.PAUSED)
    microphone.play(write_wav(tmp_path / "secret.wav", tone(0.5, channels=2))).wait()
    heard.until(lambda: heard.recorder.level.peak == -120)
    paused_at = heard.recorder.elapsed
    heard.recorder.resume()
    heard.wait_for(RecorderState.RECORDING)
    heard.until(lambda: heard.recorder.elapsed > paused_at + 0.2)
    ended = heard.stop()
    assert not read_take(heard.wav(ended)).any()
    assert ended.gaps == ()


def test_a_second_record_does_not_begin_a_second_take(heard: HeardRecorder) -> None:
    heard.ready()
    heard.record()
    heard.recorder.record()
    heard.stop()
    assert len(list(heard.takes.iterdir())) == 1


def test_silence_and_clipping_are_told_and_when_they_are_over(
    heard: HeardRecorder, microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    heard.ready()
    heard.record()
    heard.until(lambda: heard.was_warned(WarningKind.SILENCE))
    loud, soft = np.full((RATE // 2, 2), 32_767, np.int16), tone(3, channels=2)
    microphone.play(write_wav(tmp_path / "loud.wav", np.concatenate([loud, soft])))
    heard.until(lambda: heard.was_warned(WarningKind.SILENCE, over=True))
    heard.until(lambda: heard.was_warned(WarningKind.CLIPPING))
    heard.until(lambda: heard.was_warned(WarningKind.CLIPPING, over=True))
    heard.stop()


def test_microphones_appear_and_disappear_in_the_list(heard: HeardRecorder, microphone: VirtualMicrophone) -> None:
    heard.ready()
    microphone.plug("usb")
    heard.until(lambda: [device.id for device in heard.recorder.devices] == ["mic", "usb"])
    microphone.unplug("usb")
    heard.until(lambda: [device.id for device in heard.recorder.devices] == ["mic"])


def test_a_chosen_microphone_that_is_not_there_is_never_replaced_by_another(
    heard: HeardRecorder, microphone: VirtualMicrophone
) -> None:
    heard.ready()
    heard.recorder.configure(STEREO, "usb")
    heard.wait_for(RecorderState.OFF)
    heard.until(lambda: bool(heard.faults))
    assert isinstance(heard.faults[0], MicrophoneLost)
    heard.recorder.record()
    heard.until(lambda: len(heard.faults) == 2)
    assert isinstance(heard.faults[1], MicrophoneLost)
    assert list(heard.takes.iterdir()) == []

    microphone.plug("usb")
    heard.wait_for(RecorderState.READY)
    heard.record(0.2)
    assert heard.stop().device == "usb"


def test_without_a_sound_server_there_is_a_message_and_later_a_meter(
    heard: HeardRecorder, microphone: VirtualMicrophone
) -> None:
    microphone.kill()
    heard.recorder.configure(STEREO)
    heard.recorder.start()
    heard.until(lambda: bool(heard.faults))
    assert isinstance(heard.faults[0], SoundServerGone)
    assert heard.recorder.state is RecorderState.OFF
    microphone.start()
    heard.wait_for(RecorderState.READY)
    assert len(heard.faults) == 1


def test_record_without_an_engine_is_refused(heard: HeardRecorder) -> None:
    heard.recorder.record()
    assert [type(fault) for fault in heard.faults] == [EngineDied]


def test_shutdown_finishes_a_running_take(heard: HeardRecorder) -> None:
    heard.ready()
    heard.record(0.5)
    heard.recorder.shutdown()
    ended = heard.ended.pop()
    assert ended.reason is EndReason.REQUESTED
    assert ended.frames >= RATE // 2
    assert not take_folder.is_live(heard.takes / ended.uuid)
