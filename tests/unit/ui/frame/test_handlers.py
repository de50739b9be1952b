"""Every command of the menus, in the real window: each of its keys, or its item where it has none, does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.takes import RecorderState
from vrp.ui import names
from vrp.ui.actions import ACTIONS, ActionId, ActionSpec, Scope
from vrp.ui.manual import Manual
from vrp.ui.theme import Scheme

Done = Callable[[], bool]
A = ActionId
_FOLDER: Final = Path("/somewhere/folder")


def titles(desk: Desk) -> list[str]:
    model = desk.window.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def stored(desk: Desk, *, trash: bool = False) -> list[str]:
    return [row.title for row in desk.library.library.page(LibraryQuery(trash=trash)).rows]


def select(desk: Desk, row: int) -> None:
    desk.window.library.table.selectRow(row)


def delete(desk: Desk, row: int, qtbot: QtBot) -> None:
    count = len(titles(desk))
    select(desk, row)
    desk.window.actions_[A.DELETE].trigger()
    qtbot.waitUntil(lambda: len(titles(desk)) == count - 1 and not desk.runner.running)


def show_trash(desk: Desk, qtbot: QtBot) -> None:
    delete(desk, 0, qtbot)
    desk.window.actions_[A.SHOW_TRASH].trigger()
    qtbot.waitUntil(lambda: desk.window.model.query.trash and len(titles(desk)) == 1)
    select(desk, 0)


def told(desk: Desk, words: str) -> Done:
    return lambda: words in desk.window.messages.text.text()


def a_dialog(desk: Desk, title: str) -> Done:
    before = len(desk.dialogs.shown)
    return lambda: len(desk.dialogs.shown) > before and desk.dialogs.shown[-1].windowTitle().startswith(title)


def another(look: Callable[[], object]) -> Done:
    before = look()
    return lambda: look() != before


class Cases:
    """For each command: bring the window about, and say how one sees that it was done."""

    def __init__(self, desk: Desk, qtbot: QtBot, folder: Path, opened: list[QUrl]) -> None:
        self.desk, self.qtbot, self.folder, self.opened = desk, qtbot, folder, opened
        self.window = desk.window
        self.table = desk.window.library.table
        self.waveform = desk.window.player_bar.waveform

    def import_files(self) -> Done:
        self.desk.dialogs.files = [Path("/somewhere/a.wav")]
        self.desk.importing.paths.clear()
        return lambda: self.desk.importing.paths == [Path("/somewhere/a.wav")]

    def import_folder(self) -> Done:
        self.desk.dialogs.folder = _FOLDER
        return lambda: self.desk.importing.paths == [_FOLDER]

    def export(self) -> Done:
        target = self.desk.dialogs.target = self.folder / "out.zip"
        target.unlink(missing_ok=True)
        return lambda: target.exists() and not self.desk.runner.running

    def show_file(self) -> Done:
        select(self.desk, 0)
        return lambda: bool(self.opened)

    def back_up(self) -> Done:
        return told(self.desk, "Proven restorable")

    def restore_backup(self) -> Done:
        done = self.back_up()
        self.window.actions_[A.BACK_UP].trigger()
        self.qtbot.waitUntil(lambda: done() and not self.desk.runner.running)
        return a_dialog(self.desk, "Restore From a Backup")

    def close(self) -> Done:
        return lambda: not self.window.isVisible()

    quit = close

    def undo(self) -> Done:
        delete(self.desk, 0, self.qtbot)
        return lambda: len(titles(self.desk)) == 3

    def redo(self) -> Done:
        if not self.stack.canUndo():
            delete(self.desk, 0, self.qtbot)
        self.stack.undo()
        self.qtbot.waitUntil(lambda: len(titles(self.desk)) == 3)
        return lambda: len(titles(self.desk)) == 2

    @property
    def stack(self) -> QUndoStack:
        return self.window.edits.stack

    def copy(self) -> Done:
        select(self.desk, 1)
        QGuiApplication.clipboard().clear()

        def copied() -> bool:
            data: QMimeData | None = QGuiApplication.clipboard().mimeData()
            return data is not None and data.text() == "Lecture" and len(data.urls()) == 1

        return copied

    def select_all(self) -> Done:
        return lambda: self.table.count_selected == 3

    def rename(self) -> Done:
        select(self.desk, 0)
        return lambda: self.table.is_editing

    def favourite(self) -> Done:
        select(self.desk, 0)
        return lambda: self.table.selected[0].favourite

    def edit_tags(self) -> Done:
        select(self.desk, 0)
        return lambda: focus().objectName() == names.TAG_FIELD

    def delete(self) -> Done:
        select(self.desk, 0)
        return lambda: stored(self.desk, trash=True) == ["Interview"]

    def restore(self) -> Done:
        show_trash(self.desk, self.qtbot)
        return lambda: len(stored(self.desk)) == 3

    def purge(self) -> Done:
        select(self.desk, 0)
        self.qtbot.waitUntil(lambda: self.waveform.peaks is not None)  # nothing asks for it any more when it is gone
        return lambda: (
            bool(self.desk.dialogs.asked) and len(stored(self.desk)) == 2 and not stored(self.desk, trash=True)
        )

    erase = purge

    def find(self) -> Done:
        return self.window.library.search.hasFocus

    def find_next(self) -> Done:
        self.window.model.search("choir")
        self.qtbot.waitUntil(lambda: titles(self.desk) == ["Choir rehearsal"])
        return lambda: [one.title for one in self.table.selected] == ["Choir rehearsal"]

    def settings(self) -> Done:
        return a_dialog(self.desk, "Settings")

    def show_library(self) -> Done:
        show_trash(self.desk, self.qtbot)
        return lambda: not self.window.model.query.trash and len(titles(self.desk)) == 2

    def show_trash(self) -> Done:
        return lambda: self.window.model.query.trash

    def show_tasks(self) -> Done:
        return self.window.tasks.isVisible

    def details(self) -> Done:
        return another(self.window.details.isVisible)

    def refresh(self) -> Done:
        self.desk.library.add(["From elsewhere"])
        return lambda: "From elsewhere" in titles(self.desk)

    def scheme(self, scheme: Scheme, before: Scheme) -> Done:
        self.window.theme.choose(before)
        return lambda: self.window.theme.scheme is scheme

    def scheme_system(self) -> Done:
        return self.scheme(Scheme.SYSTEM, Scheme.LIGHT)

    def scheme_light(self) -> Done:
        return self.scheme(Scheme.LIGHT, Scheme.DARK)

    def scheme_dark(self) -> Done:
        return self.scheme(Scheme.DARK, Scheme.LIGHT)

    def scheme_contrast(self) -> Done:
        return self.scheme(Scheme.CONTRAST, Scheme.LIGHT)

    def next_pane(self) -> Done:
        self.table.setFocus()
        return another(focus)

    previous_pane = next_pane

    def full_screen(self) -> Done:
        return self.window.isFullScreen

    def zoom_in(self) -> Done:
        select(self.desk, 0)
        return another(lambda: self.waveform.view)

    def zoom_out(self) -> Done:
        select(self.desk, 0)
        self.waveform.zoom_in()
        return another(lambda: self.waveform.view)

    zoom_all = zoom_out

    def record(self) -> Done:
        self.desk.recorder.become(RecorderState.READY)
        return lambda: self.desk.recorder.state is RecorderState.RECORDING

    def pause_recording(self) -> Done:
        self.desk.recorder.record()
        return lambda: str(self.desk.recorder.state) == "paused"

    def play(self) -> Done:
        select(self.desk, 1)
        return lambda: self.window.playback.is_playing

    def skip(self, to: float) -> Done:
        select(self.desk, 0)
        self.window.playback.seek(20.0)
        return lambda: self.waveform.value() == round(to * 1000)

    def back(self) -> Done:
        return self.skip(15.0)

    def forward(self) -> Done:
        return self.skip(25.0)

    def previous(self) -> Done:
        select(self.desk, 1)
        return lambda: self.table.currentIndex().row() == 0

    def next(self) -> Done:
        select(self.desk, 1)
        return lambda: self.table.currentIndex().row() == 2

    def slower(self) -> Done:
        before = self.window.player_bar.chosen_speed
        return lambda: self.window.player_bar.chosen_speed < before

    def faster(self) -> Done:
        before = self.window.player_bar.chosen_speed
        return lambda: self.window.player_bar.chosen_speed > before

    def mute(self) -> Done:
        return another(self.window.player_bar.mute.isChecked)

    def history(self) -> Done:
        select(self.desk, 0)
        return a_dialog(self.desk, "History")

    def verify(self) -> Done:
        return told(self.desk, "3 recordings checked")

    def health(self) -> Done:
        return told(self.desk, "The library is healthy.")

    def scrub(self) -> Done:
        return told(self.desk, "all are what was stored")

    def diagnostics(self) -> Done:
        return another(self.window.pages.currentWidget)

    def log(self) -> Done:
        return lambda: any(dock.isVisible() for dock in self.window.findChildren(QDockWidget))

    def user_manual(self) -> Done:
        return lambda: any(manual.isVisible() for manual in self.window.findChildren(Manual))

    def shortcuts(self) -> Done:
        return a_dialog(self.desk, "Keyboard Shortcuts")

    def report_problem(self) -> Done:
        return a_dialog(self.desk, "Report a Problem")

    def support_bundle(self) -> Done:
        return a_dialog(self.desk, "Save Support Bundle")

    def about(self) -> Done:
        return a_dialog(self.desk, "About")


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[QUrl]]:
    """What would be opened on the desktop."""
    found: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", found.append)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    yield found
    QGuiApplication.clipboard().clear()  # the offscreen platform ends badly with an object of Python in it


@pytest.mark.qt_log_ignore("This plugin does not support")  # the tasks are a popup
@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.id.value)
def test_each_command_is_in_its_menu_and_each_of_its_keys_does_it(
    desk: OpenDesk, qtbot: QtBot, tmp_path: Path, opened: list[QUrl], spec: ActionSpec
) -> None:
    room = desk(["Interview", "Lecture", "Choir rehearsal"])
    room.window.activateWindow()
    cases = Cases(room, qtbot, tmp_path, opened)
    action = room.window.actions_[spec.id]
    (menu,) = (one for one in room.window.menuBar().findChildren(QMenu) if one.title().replace("&", "") == spec.menu)
    assert action in menu.actions()
    for key in spec.keys or ("",):
        room.window.library.table.setFocus()
        done = getattr(cases, spec.id)()
        assert not done()
        assert action.isEnabled()
        if key:
            where: QWidget = room.window if spec.scope is Scope.WINDOW else room.window.library.table
            QTest.keySequence(where, QKeySequence(key))
        else:
            action.trigger()
        qtbot.waitUntil(done)
        qtbot.waitUntil(lambda: not room.runner.running)
