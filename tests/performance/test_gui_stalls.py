"""How long the window's thread ever stands still: a take runs, files come in, a long table scrolls, a search is typed.

A stall is how much later than due the event loop comes back to a timer. At 60 pictures a second there are 16 ms.
"""

from __future__ import annotations

import os
import random
import time
import wave
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from pytestqt.qtbot import QtBot

from tests.integration.test_main_window import Desk, open_window
from tests.performance.conftest import Bench
from vrp.app.smoothness import smooth
from vrp.backend.domain.recordings import Origin
from vrp.backend.domain.requests import RecordingCreateRequest
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.testing.microphone import VirtualMicrophone
from vrp.ui.diagnostics.lag import Lag, LagMonitor

pytestmark = [pytest.mark.bench, pytest.mark.sound, pytest.mark.timeout(900)]

ROWS = 10_000
FILES = 500
TICK_MS = 2
STEP_MS = 15
SCROLLS = 400
MANY_FILES = 1000
MINUTES = float(os.environ.get("STALL_MINUTES", "0.5"))
WORDS = "interview löwen 42"


def test_the_window_never_stands_still(
    qtbot: QtBot, microphone: VirtualMicrophone, bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VRP_BACKUP__AT_START", "false")  # the rows have no files, which it would tell
    source = tmp_path / "source"
    source.mkdir()
    for number in range(FILES):
        _wav(source / f"file {number}.wav")
    with smooth(), open_window(tmp_path / "library", qtbot) as desk:
        _fill(desk)
        desk.window.model.refresh()
        qtbot.waitUntil(lambda: desk.window.model.rowCount() == ROWS)
        desk.press_record()
        qtbot.waitUntil(lambda: desk.recorder.elapsed > 0.5)
        total = ROWS + FILES
        for name, steps in (
            ("at rest", _rest(40)),
            ("import, scrolling, typing", _busy(desk, source, total)),
            ("20 files into a read table", _few(desk, tmp_path, total + 20)),
        ):
            bench.note(f"stalls: {name}", str(_measured(steps)))
        desk.press_record()
        qtbot.waitUntil(lambda: desk.window.model.rowCount() == total + 21, timeout=15_000)


def test_minutes_of_use_are_smooth(
    qtbot: QtBot, microphone: VirtualMicrophone, bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Goal: p99 up to 16 ms. ``STALL_MINUTES=5`` is the long form."""
    monkeypatch.setenv("VRP_BACKUP__AT_START", "false")  # the rows have no files, which it would tell
    source = tmp_path / "source"
    source.mkdir()
    for number in range(MANY_FILES):
        _wav(source / f"file {number}.wav")
    with smooth(), open_window(tmp_path / "library", qtbot) as desk:
        _fill(desk)
        desk.window.model.refresh()
        qtbot.waitUntil(lambda: desk.window.model.rowCount() == ROWS)
        desk.window.importing.run([source])
        lag = _measured(_use(desk, time.monotonic() + 60 * MINUTES))
        bench.note(f"stalls: {MINUTES:g} minutes of use", lag.phrase)
        qtbot.waitUntil(lambda: not desk.window.chip.running, timeout=120_000)


def _use(desk: Desk, end: float) -> Iterator[None]:
    """What people do: look about, search, play, while files come in."""
    while time.monotonic() < end:
        yield from _scroll(desk)
        yield from _type(desk)
        desk.window.library.table.selectRow(3)
        desk.window.playback.toggle()
        yield from _rest(100)
        desk.window.playback.toggle()


def _measured(steps: Iterator[None]) -> Lag:
    """Take a step every few milliseconds, as a hand on the wheel does."""
    stalls, loop = LagMonitor(tick_ms=TICK_MS, window_seconds=3600), QEventLoop()

    def step() -> None:
        if next(steps, loop) is loop:
            loop.quit()

    hand = QTimer(interval=STEP_MS)
    hand.timeout.connect(step)
    hand.start()
    stalls.start()
    loop.exec()
    hand.stop()
    stalls.stop()
    return stalls.reading()


def _rest(steps: int) -> Iterator[None]:
    for _ in range(steps):
        yield


def _busy(desk: Desk, source: Path, total: int) -> Iterator[None]:
    desk.window.importing.run([source])
    yield from _scroll(desk)
    yield from _type(desk)
    while desk.window.chip.running or desk.window.model.rowCount() != total:
        yield from _scroll(desk)
    yield from _type(desk)
    yield from _scroll(desk)


def _few(desk: Desk, folder: Path, total: int) -> Iterator[None]:
    paths = [_wav(folder / f"few {number}.wav") for number in range(20)]
    yield
    desk.window.importing.run(paths)
    while desk.window.chip.running or desk.window.model.rowCount() != total:
        yield
    yield from _rest(20)


def _scroll(desk: Desk) -> Iterator[None]:
    bar = desk.window.library.table.verticalScrollBar()
    for step in range(SCROLLS + 1):
        bar.setValue(bar.maximum() * step // SCROLLS)
        yield


def _type(desk: Desk) -> Iterator[None]:
    field = desk.window.library.search
    for letter in WORDS:
        field.insert(letter)
        yield from _rest(8)
    for _ in WORDS:
        field.backspace()
        yield from _rest(4)
    while desk.window.model.query.search:
        yield
    yield from _rest(10)


def _fill(desk: Desk) -> None:
    start = datetime(2020, 1, 1, tzinfo=UTC)
    chance = random.Random(1)
    words = ("Interview", "Löwen", "Lecture", "Rehearsal", "Memo", "Meeting", "Übung", "Song")
    requests = [
        RecordingCreateRequest(
            uuid=(uuid := f"{number:032x}"),
            filename=f"{number}.wav",
            stored_filename=f"{uuid}.wav",
            title=f"{chance.choice(words)} {chance.choice(words)} {number}",
            duration=chance.uniform(1, 7200),
            filesize_bytes=chance.randrange(1_000, 100_000_000),
            mime_type="audio/x-wav",
            checksum=f"{number:064x}",
            codec="pcm_s16le",
            sample_rate=48_000,
            channels=2,
            origin=Origin.IMPORTED,
            recorded_at=start + timedelta(hours=number),
        )
        for number in range(ROWS)
    ]
    with desk.backend.database.get_db_session("seed", write=True) as session:
        RecordingRepository(session).add_all(requests, start)


def _wav(path: Path) -> Path:
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(16_000)
        out.writeframes(os.urandom(16_000))
    return path
