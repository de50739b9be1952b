"""A take in trouble: whatever dies, hangs, fills up or is pulled out, what was spoken before is in the file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.support.heard_recorder import HeardRecorder
from vrp.backend.audio import take_folder
from vrp.backend.domain.takes import EndReason, RecorderState, TakeEnded, WarningKind
from vrp.backend.errors import EngineDied, MicrophoneLost, MicrophoneMoved, SoundServerGone, TakeDiskFull
from vrp.testing.microphone import RATE, VirtualMicrophone, counted, counter_wav, read_take, wait_until

pytestmark = [pytest.mark.sound, pytest.mark.alone]  # they count every frame of what was spoken


@pytest.fixture
def heard(qtbot: QtBot, tmp_path: Path, microphone: VirtualMicrophone) -> Iterator[HeardRecorder]:
    heard = HeardRecorder(qtbot, tmp_path / "takes")
    yield heard
    heard.recorder.shutdown()


def _speak(microphone: VirtualMicrophone, tmp_path: Path, seconds: float = 15, name: str = "mic") -> None:
    microphone.play(counter_wav(tmp_path / "counter.wav", seconds), name)


def _assert_kept(heard: HeardRecorder, ended: TakeEnded, reason: EndReason, seconds: float) -> None:
    """At least ``seconds`` of it are in the file, every frame once."""
    assert ended.reason is reason
    assert ended.frames >= seconds * RATE
    assert len(read_take(heard.wav(ended))) == ended.frames
    assert np.all(heard.steps(ended) == 1)
    manifest = take_folder.read_manifest(heard.takes / ended.uuid)
    assert manifest is not None
    assert (manifest.done, manifest.reason) == (True, reason)


@contextmanager
def _busy_machine() -> Iterator[None]:
    burners = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(os.cpu_count() or 2)]
    try:
        yield
    finally:
        for burner in burners:
            burner.kill()
            burner.wait()


def test_a_busy_machine_and_a_blocked_window_cost_not_one_frame(
    heard: HeardRecorder, microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    heard.ready()
    heard.record()
    _speak(microphone, tmp_path, 9)
    with _busy_machine():
        heard.until(lambda: heard.recorder.elapsed > 1)
        time.sleep(5)  # the window's thread, which is this one, does nothing at all
        heard.until(lambda: heard.recorder.elapsed > 9)
    ended = heard.stop()
    _assert_kept(heard, ended, EndReason.REQUESTED, 9)
    assert ended.gaps == ()


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_a_minute_has_every_frame(heard: HeardRecorder, microphone: VirtualMicrophone, tmp_path: Path) -> None:
    heard.ready()
    heard.record()
    _speak(microphone, tmp_path, 60)
    heard.until(lambda: heard.recorder.elapsed > 60.5, 90)
    ended = heard.stop()
    steps = heard.steps(ended)
    assert steps.size == 60 * RATE - 1
    assert np.all(steps == 1)
    assert ended.gaps == ()


def test_a_microphone_that_is_pulled_out(heard: HeardRecorder, microphone: VirtualMicrophone, tmp_path: Path) -> None:
    microphone.plug("usb")
    heard.ready(device="usb")
    heard.record()
    _speak(microphone, tmp_path, name="usb")
    heard.until(lambda: heard.recorder.elapsed > 1)
    microphone.unplug("usb")
    _assert_kept(heard, heard.end(), EndReason.DEVICE_LOST, 1)
    assert isinstance(heard.faults[0], MicrophoneLost)
    assert heard.recorder.state is RecorderState.OFF  # and not the other microphone
    microphone.plug("usb")
    heard.wait_for(RecorderState.READY)


def test_the_only_microphone_is_pulled_out(heard: HeardRecorder, microphone: VirtualMicrophone, tmp_path: Path) -> None:
    heard.ready()
    heard.record()
    _speak(microphone, tmp_path)
    heard.until(lambda: heard.recorder.elapsed > 0.5)
    microphone.unplug()
    _assert_kept(heard, heard.end(), EndReason.DEVICE_LOST, 0.5)
    assert isinstance(heard.faults[0], MicrophoneLost)


def test_a_recording_that_the_system_moves_to_another_microphone(
    heard: HeardRecorder, microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    microphone.plug("other")
    heard.ready()
    heard.record()
    _speak(microphone, tmp_path)
    heard.until(lambda: heard.recorder.elapsed > 1)
    microphone.move_recordings("other")
    _assert_kept(heard, heard.end(), EndReason.DEVICE_MOVED, 1)
    assert isinstance(heard.faults[0], MicrophoneMoved)
    heard.wait_for(RecorderState.READY)
    heard.record(0.3)
    assert heard.stop().device == "mic"


def test_the_sound_server_is_killed(heard: HeardRecorder, microphone: VirtualMicrophone, tmp_path: Path) -> None:
    heard.ready()
    heard.record()
    _speak(microphone, tmp_path)
    heard.until(lambda: heard.recorder.elapsed > 1)
    microphone.kill()
    _assert_kept(heard, heard.end(), EndReason.NO_DATA, 1)
    assert isinstance(heard.faults[0], SoundServerGone)
    microphone.start()
    heard.wait_for(RecorderState.READY)
    heard.record(0.3)
    assert heard.stop().reason is EndReason.REQUESTED
    assert len(heard.faults) == 1


def test_the_sound_server_hangs(heard: HeardRecorder, microphone: VirtualMicrophone, tmp_path: Path) -> None:
    heard.ready()
    heard.record()
    _speak(microphone, tmp_path)
    heard.until(lambda: heard.recorder.elapsed > 1)
    microphone.freeze()
    _assert_kept(heard, heard.end(), EndReason.NO_DATA, 1)
    assert isinstance(heard.faults[0], SoundServerGone)
    microphone.thaw()
    heard.wait_for(RecorderState.READY)


def test_sound_that_never_came_is_counted_as_a_gap(
    heard: HeardRecorder, microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    heard.ready()
    heard.record()
    _speak(microphone, tmp_path)
    heard.until(lambda: heard.recorder.elapsed > 2.5)
    microphone.freeze()
    time.sleep(0.6)
    microphone.thaw()
    heard.until(lambda: heard.was_warned(WarningKind.GAP))
    (gap,) = heard.stop().gaps
    assert 0.3 < gap.frames / RATE < 0.9
    assert 2 < gap.at / RATE < 4


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGABRT, signal.SIGTERM])
def test_the_engine_dies(
    heard: HeardRecorder, microphone: VirtualMicrophone, tmp_path: Path, number: signal.Signals
) -> None:
    heard.ready()
    heard.record()
    _speak(microphone, tmp_path)
    heard.until(lambda: heard.recorder.elapsed > 1.5)
    at_death = heard.recorder.elapsed
    os.kill(heard.recorder.engine_pid, number)
    reason = EndReason.REQUESTED if number is signal.SIGTERM else EndReason.ENGINE_DIED
    _assert_kept(heard, heard.end(), reason, at_death - 0.3)
    heard.until(lambda: any(isinstance(fault, EngineDied) for fault in heard.faults))
    heard.wait_for(RecorderState.READY)  # a new engine


@pytest.mark.parametrize("victims", ["client", "both"])
def test_the_program_is_killed(microphone: VirtualMicrophone, tmp_path: Path, victims: str) -> None:
    takes = tmp_path / "takes"
    takes.mkdir()
    _speak(microphone, tmp_path)
    command = [sys.executable, "-m", "tests.support.recording_client", str(takes)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as client:
        assert client.stdout is not None
        engine, elapsed = 0, 0.0
        while elapsed < 2:
            number, seconds = client.stdout.readline().split()
            engine, elapsed = int(number), float(seconds)
        client.kill()
        if victims == "both":
            os.kill(engine, signal.SIGKILL)
    (folder,) = takes.iterdir()
    wait_until(lambda: not take_folder.is_live(folder), "the engine has closed the take")
    manifest = take_folder.read_manifest(folder)
    assert manifest is not None
    assert manifest.done is (victims == "client")
    ended = take_folder.mend(folder)
    assert ended.reason is (EndReason.PARENT_GONE if victims == "client" else EndReason.ENGINE_DIED)
    assert ended.frames >= (elapsed - 0.3) * RATE
    samples = read_take(folder / take_folder.WAV_NAME)
    assert np.all(np.diff(counted(samples[:, 0], samples[:, 1])) == 1)


def test_the_disk_is_full(qtbot: QtBot, microphone: VirtualMicrophone, tmp_path: Path) -> None:
    takes = tmp_path / "small disk"
    takes.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k,mode=700", "tmpfs", str(takes)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this user may not mount a small disk")
    heard = HeardRecorder(qtbot, takes)
    try:
        heard.ready()
        heard.record()
        _speak(microphone, tmp_path)
        heard.until(lambda: heard.was_warned(WarningKind.DISK_LOW))
        ended = heard.end()
        assert ended.reason is EndReason.DISK_FULL
        assert 1 * RATE < ended.frames < 2.2 * RATE
        assert np.all(heard.steps(ended) == 1)
        heard.until(lambda: any(isinstance(fault, TakeDiskFull) for fault in heard.faults))
        heard.wait_for(RecorderState.READY)
    finally:
        heard.recorder.shutdown()
        subprocess.run(["umount", str(takes)], check=True)
