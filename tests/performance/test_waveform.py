"""The waveform beside FFmpeg's decoder, its second paint and its frames; what recording costs beside parec."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.performance.conftest import Bench
from tests.support.audio_files import tone, write_audio
from tests.support.heard_recorder import HeardRecorder
from vrp.backend.audio.peak_reader import compute_peaks
from vrp.backend.audio.peaks import Peaks
from vrp.testing.microphone import VirtualMicrophone
from vrp.ui.sound.waveform import Waveform

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

AUDIO = bytes(32)
HOURS = 7_200
WIDTH, HEIGHT = 1_600, 88
FRAMES = 100
_TICKS = os.sysconf("SC_CLK_TCK")


def test_an_hour_of_mp3(bench: Bench, tmp_path: Path) -> None:
    path = write_audio(tmp_path / "a.mp3", samples=tone(3600.0))
    decode = ["ffmpeg", "-v", "error", "-i", str(path), "-f", "null", "-"]
    bench.beside(
        "waveform of 60 min of mp3",
        lambda: compute_peaks(path),
        "ffmpeg -f null",
        lambda: subprocess.run(decode, check=True),
        goal=1.5,
    )


def test_frames_of_two_hours(bench: Bench, qtbot: QtBot) -> None:
    """At 1600 pixels and 200 %: from the cache to the first picture, then each frame of zooming, scrolling, playing."""
    heights = np.random.default_rng(4).integers(0, 30_000, HOURS * 100).astype(np.int16)
    stored = Peaks(48_000, 480, HOURS * 48_000, -heights, heights, heights > 29_990).to_bytes(AUDIO)
    waveform = Waveform()
    qtbot.addWidget(waveform)
    waveform.devicePixelRatioF = lambda: 2.0  # type: ignore[method-assign]  # as on a fine screen
    waveform.resize(WIDTH, HEIGHT)
    waveform.show()
    waveform.show_recording(HOURS)
    begun = time.perf_counter()
    peaks = Peaks.from_bytes(stored, AUDIO)
    _ = peaks.levels
    ready = time.perf_counter()
    waveform.show_peaks(peaks)
    QApplication.processEvents()
    shown = time.perf_counter()
    bench.note(
        "two hours from the cache", f"job {1000 * (ready - begun):.1f} ms  paint {1000 * (shown - ready):.1f} ms"
    )
    waveform.show_position(3_000.0)
    bench.note("waveform: a frame of zooming", _frames(waveform, lambda _: waveform.zoom_in(), 30))
    bench.note(
        "waveform: a frame of scrolling", _frames(waveform, lambda _: waveform.look(waveform.view.scrolled(0.05)))
    )
    waveform.zoom_all()
    bench.note("waveform: a frame of playing", _frames(waveform, lambda n: waveform.show_position(10.0 * n)))


def _frames(waveform: Waveform, step: Callable[[int], object], count: int = FRAMES) -> str:
    costs = []
    for number in range(count):
        step(number)
        begun = time.perf_counter()
        waveform.repaint()
        costs.append(1000 * (time.perf_counter() - begun))
    median, high, top = np.percentile(costs, [50, 99, 100])
    return f"p50 {median:.2f} ms  p99 {high:.2f} ms  max {top:.2f} ms"


@pytest.mark.sound
def test_the_cost_of_a_take(bench: Bench, qtbot: QtBot, microphone: VirtualMicrophone, tmp_path: Path) -> None:
    """Processor time, user and system, of the engine's process with all its threads, beside that of parec.

    Both hear the same microphone in the same minute, and the server hands sound to both in the pieces of 21 ms that
    Qt asks for: alone parec would ask for larger ones and take about half. Starting is not counted on either side,
    nor the window's process, which a take wakes to move the meter, nor the sound server.
    """
    heard = HeardRecorder(qtbot, tmp_path / "takes")
    heard.ready()
    raw = ["parec", "--device=mic", "--format=s16le", "--rate=48000", "--channels=2", str(tmp_path / "peer.raw")]
    with subprocess.Popen(raw, env={**os.environ, **microphone.env}) as peer:
        heard.record()
        before, peer_before = _cpu(heard.recorder.engine_pid), _cpu(peer.pid)
        heard.until(lambda: heard.recorder.elapsed >= 60, 90)
        ours, theirs = _cpu(heard.recorder.engine_pid) - before, _cpu(peer.pid) - peer_before
        peer.terminate()
    heard.stop()
    heard.recorder.shutdown()
    bench.once("processor time of a 60 s take", ours, "parec", theirs, goal=3.0)


def _cpu(pid: int) -> float:
    """Seconds of processor time, user and system, of a process (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS
