"""What the person does and takes back, while another process works on the same library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from tests.support.isolation import LogWatch
from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.domain.recordings import Recording
from vrp.backend.errors import DatabaseBusy
from vrp.backend.persistence.database import Database
from vrp.backend.services.library import LibraryService

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
