"""What the person does and takes back, while another process works on the same library."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.support.isolation import LogWatch
from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.domain.recordings import Recording
from vrp.backend.domain.revising import Revision
from vrp.backend.errors import DatabaseBusy, DatabaseFault
from vrp.backend.persistence.database import Database
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.services.library import LibraryService
from vrp.backend.services.revising import BATCH
from vrp.ui import names
from vrp.ui.actions import ActionId
from vrp.ui.library.sidebar_row import COUNT_ROLE

Others = Callable[[Desk], LibraryService]


@pytest.fixture
def others() -> Iterator[Others]:
    """Another process at the same library: its own connections."""
    opened: list[Database] = []

    def make(desk: Desk) -> LibraryService:
        place = desk.library.database.place
        assert isinstance(place, Path)
        opened.append(Database(place))
        return LibraryService(opened[-1], desk.library.paths)

    yield make
    for database in opened:
        database.close()


def rows(desk: Desk) -> list[Recording]:
    found = [desk.window.model.recording(row) for row in range(desk.window.model.rowCount())]
    return [one for one in found if one is not None]


def titles(desk: Desk) -> list[str]:
    return [one.title for one in rows(desk)]


def message(desk: Desk) -> str:
    bar = desk.window.messages
    return bar.text.text() if bar.isVisible() else ""


def settle(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.runner.running)


def foreign(qtbot: QtBot, desk: Desk, change: Callable[[], object]) -> None:
    """Done by the other process, so not on the thread of the window."""
    job = desk.runner.submit("foreign", lambda _progress: change())
    with qtbot.waitSignal(job.succeeded):
        pass


def stack(desk: Desk) -> QUndoStack:
    return desk.window.edits.stack


def test_steps_have_names_and_go_back_and_forth_in_their_order(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a", "b"])
    room.window.edits.rename(rows(room)[0], "x")
    settle(room, qtbot)
    room.window.edits.rename(rows(room)[0], "y")
    assert stack(room).undoText() == "Rename “x”"
    for _ in range(2):
        stack(room).undo()  # without waiting for the job before
    settle(room, qtbot)
    assert titles(room) == ["a", "b"]
    stack(room).redo()
    stack(room).redo()
    settle(room, qtbot)
    assert titles(room) == ["y", "b"]


def test_undo_never_overwrites_what_another_process_wrote(desk: OpenDesk, qtbot: QtBot, others: Others) -> None:
    room = desk(["a", "b"])
    theirs, row = others(room), rows(room)[0]
    room.window.edits.rename(row, "mine")
    settle(room, qtbot)
    foreign(qtbot, room, lambda: theirs.rename(row.id, "theirs"))
    stack(room).undo()
    settle(room, qtbot)
    assert titles(room) == ["theirs", "b"]
    assert message(room) == "Nothing was changed. “theirs” changed elsewhere meanwhile; those newer words stay."
    assert not stack(room).canUndo()
    assert not stack(room).canRedo()


def test_a_step_over_newer_words_says_so_and_gives_them_back(desk: OpenDesk, qtbot: QtBot, others: Others) -> None:
    room = desk(["a"])
    theirs, row = others(room), rows(room)[0]
    foreign(qtbot, room, lambda: theirs.rename(row.id, "theirs"))
    room.window.edits.rename(row, "mine")
    settle(room, qtbot)
    assert message(room) == "“mine” changed elsewhere meanwhile. Undo brings those words back."
    stack(room).undo()
    settle(room, qtbot)
    assert titles(room) == ["theirs"]


def test_undo_goes_round_a_purged_recording_and_says_so(desk: OpenDesk, qtbot: QtBot, others: Others) -> None:
    room = desk(["a", "b"])
    theirs, both = others(room), rows(room)
    room.window.edits.delete(both)
    settle(room, qtbot)
    foreign(qtbot, room, lambda: theirs.purge([both[0].id]))
    stack(room).undo()
    settle(room, qtbot)
    assert titles(room) == ["b"]
    assert message(room) == "1 recording no longer in the library."
    stack(room).redo()
    settle(room, qtbot)
    assert titles(room) == []


def test_a_step_that_failed_is_not_offered(desk: OpenDesk, qtbot: QtBot, logged: LogWatch) -> None:
    room = desk(["a"])
    room.window.edits.rename(rows(room)[0], "x" * 400)
    settle(room, qtbot)
    logged.expect("job_failed")
    assert not stack(room).canUndo()
    assert "300" in message(room)


def test_an_undo_that_failed_can_be_tried_again(
    desk: OpenDesk, qtbot: QtBot, logged: LogWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = desk(["a"])
    room.window.edits.rename(rows(room)[0], "b")
    settle(room, qtbot)
    with monkeypatch.context() as broken:
        broken.setattr(type(room.window.services.revising), "revise", busy)
        stack(room).undo()
        settle(room, qtbot)
    logged.expect("job_failed")
    assert stack(room).undoText() == "Rename “a”"
    assert titles(room) == ["b"]
    stack(room).undo()
    settle(room, qtbot)
    assert titles(room) == ["a"]


def test_what_is_purged_takes_its_steps_along(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a", "b"])
    first, second = rows(room)
    room.window.edits.rename(second, "kept")
    room.window.edits.rename(first, "secret")
    settle(room, qtbot)
    room.window.edits.purge([first])
    settle(room, qtbot)
    assert stack(room).undoText() == "Rename “b”"


def busy(*_arguments: object, **_named: object) -> None:
    raise DatabaseBusy


def stop_half_way(desk: Desk, qtbot: QtBot, begin: Callable[[], object]) -> None:
    """Begin, and press the cross of the task as soon as a part is done."""
    chip = desk.window.chip
    cross = chip.findChild(QToolButton, names.TASK_CHIP_CANCEL)
    assert cross is not None

    def some_are_done() -> bool:
        return bool(chip.running) and chip.running[-1].latest is not None and chip.running[-1].latest.done > 0

    begin()
    qtbot.waitUntil(some_are_done, timeout=20_000)
    cross.click()
    qtbot.waitUntil(lambda: not chip.running and not desk.runner.running, timeout=20_000)


def press(desk: Desk, label: str) -> None:
    next(one for one in desk.window.messages.findChildren(QPushButton) if one.text() == label).click()


@pytest.fixture
def large(desk: OpenDesk) -> Desk:
    room = desk([f"r {number:03}" for number in range(3 * BATCH)])
    room.window.library.table.selectAll()
    return room


def counts(desk: Desk) -> tuple[int, int]:
    """How many recordings there are, and how many in Recently Deleted, as the sidebar tells."""
    sidebar = desk.window.sidebar
    kept, gone = sidebar.topLevelItem(0), sidebar.topLevelItem(sidebar.topLevelItemCount() - 1)
    assert kept is not None
    assert gone is not None
    return kept.data(0, COUNT_ROLE), gone.data(0, COUNT_ROLE)


def test_a_large_step_is_a_task_and_undo_takes_back_what_it_did_before_it_was_cancelled(
    large: Desk, qtbot: QtBot
) -> None:
    stop_half_way(large, qtbot, large.window.commands.delete)
    qtbot.waitUntil(lambda: 0 < counts(large)[1] < 3 * BATCH)
    deleted = counts(large)[1]
    assert deleted % BATCH == 0
    assert message(large) == f"Stopped: {deleted} recordings changed, {3 * BATCH - deleted} recordings as before."
    press(large, "Undo")
    qtbot.waitUntil(lambda: counts(large) == (3 * BATCH, 0) and not large.runner.running, timeout=20_000)
    assert large.window.tasks.rows[-1].name.text().startswith("Undo Delete 300")
    stack(large).redo()
    qtbot.waitUntil(lambda: counts(large) == (3 * BATCH - deleted, deleted), timeout=20_000)
    settle(large, qtbot)


def test_a_large_undo_that_was_cancelled_goes_on_where_it_stopped(large: Desk, qtbot: QtBot) -> None:
    large.window.commands.delete()
    qtbot.waitUntil(lambda: message(large) == "Deleted 300 recordings.", timeout=20_000)
    stop_half_way(large, qtbot, stack(large).undo)
    qtbot.waitUntil(lambda: 0 < counts(large)[0] < 3 * BATCH)
    assert stack(large).undoText() == "Delete 300 recordings"
    press(large, "Go On")
    qtbot.waitUntil(lambda: counts(large) == (3 * BATCH, 0) and not large.runner.running, timeout=20_000)
    stack(large).redo()
    qtbot.waitUntil(lambda: counts(large) == (0, 3 * BATCH), timeout=20_000)
    settle(large, qtbot)


def test_a_large_purge_is_a_task_and_what_is_gone_when_it_is_cancelled_is_told(large: Desk, qtbot: QtBot) -> None:
    large.dialogs.answer = True
    stop_half_way(large, qtbot, large.window.commands.purge)
    qtbot.waitUntil(lambda: 0 < counts(large)[0] < 3 * BATCH)
    left = counts(large)[0]
    gone = 3 * BATCH - left
    assert left % BATCH == 0
    assert message(large) == f"Stopped: {gone} recordings deleted permanently, {left} recordings still there."
    assert len(list(large.library.paths.audio.rglob("*.wav"))) == left
    press(large, "Go On")
    qtbot.waitUntil(lambda: message(large) == f"{left} recordings deleted permanently.", timeout=20_000)
    qtbot.waitUntil(lambda: counts(large) == (0, 0) and not large.runner.running, timeout=20_000)
    assert large.window.tasks.rows[-1].name.text() == "Deleting permanently"
    assert list(large.library.paths.audio.rglob("*.wav")) == []


def test_a_purge_that_fails_on_its_way_tells_how_far_it_came(
    large: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, logged: LogWatch
) -> None:
    real, removed = RecordingRepository.purge, list[int]()

    def damaged_later(repository: RecordingRepository, recording: Recording, now: datetime) -> None:
        if len(removed) == BATCH:
            raise DatabaseFault(reason="damaged")
        removed.append(recording.id)
        real(repository, recording, now)

    monkeypatch.setattr(RecordingRepository, "purge", damaged_later)
    large.dialogs.answer = True
    large.window.commands.purge()
    qtbot.waitUntil(lambda: "still there" in message(large), timeout=20_000)
    logged.expect("job_failed")
    assert message(large).endswith("100 recordings deleted permanently, 200 recordings still there.")
    assert not any(one.id in removed for one in rows(large))
    settle(large, qtbot)


def test_a_step_that_was_cancelled_before_it_began_is_not_offered(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a", "b"])
    gate = threading.Event()
    room.runner.submit("before", lambda _progress: gate.wait(20), pool="db")
    room.window.edits.push("later", lambda: [Revision.of(rows(room)[0], title="x")], visible=True)
    room.window.chip.running[-1].cancel()
    gate.set()
    settle(room, qtbot)
    assert titles(room) == ["a", "b"]
    assert message(room) == "Nothing was changed."
    assert not stack(room).canUndo()


def test_deleting_offers_undo_for_ten_seconds_at_least_in_the_bar_and_by_name_in_the_menu(
    desk: OpenDesk, qtbot: QtBot
) -> None:
    room = desk(["a", "b", "c"])
    before = rows(room)
    edits, undo, redo = room.window.edits, room.window.actions_[ActionId.UNDO], room.window.actions_[ActionId.REDO]
    edits.add_tag(before[:2], "thesis")
    settle(room, qtbot)
    edits.mark(rows(room)[:2], favourite=True)
    settle(room, qtbot)
    before = rows(room)
    edits.delete(before[:2])
    settle(room, qtbot)
    bar = room.window.messages
    assert bar.current is not None
    assert bar.current.timeout_ms >= 10_000
    assert [action.text for action in bar.current.actions] == ["Undo"]
    assert message(room) == "Deleted 2 recordings."
    assert undo.text().replace("&", "") == "Undo Delete 2 recordings"
    undo.trigger()
    settle(room, qtbot)
    assert redo.text().replace("&", "") == "Redo Delete 2 recordings"
    assert [(one.title, one.tags, one.favourite) for one in rows(room)] == [
        (one.title, one.tags, one.favourite) for one in before
    ]
