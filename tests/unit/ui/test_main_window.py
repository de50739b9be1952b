"""What a person does in the window, over a real library; sound and dialogs are scripted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.isolation import LogWatch
from tests.support.libraries import recording
from tests.support.stubs import StubState, TakesStub
from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.takes import (
    CaptureFormat,
    EndReason,
    Preset,
    RecorderState,
    TakeEnded,
    TakeWarning,
    WarningKind,
)
from vrp.backend.errors import DiskFull, NoMicrophone, PlaybackUnavailable
from vrp.backend.services.importing import Imported, ImportReport, Refused, Skipped
from vrp.ui import names
from vrp.ui.actions import ActionId
from vrp.ui.frame import from_outside
from vrp.ui.library.columns import Column
from vrp.ui.library.empty_state import EmptyReason

Key = Qt.Key
TITLES = ["Interview Löwen", "Lecture 7", "Choir rehearsal"]


def titles(desk: Desk) -> list[str]:
    model = desk.window.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def stored(desk: Desk, *, trash: bool = False) -> list[str]:
    return [row.title for row in desk.library.library.page(LibraryQuery(trash=trash)).rows]


def message(desk: Desk) -> str:
    bar = desk.window.messages
    return bar.text.text() if bar.isVisible() else ""


def offered(desk: Desk) -> list[str]:
    return [button.text() for button in desk.window.messages.findChildren(QPushButton) if button.isVisible()]


def press_message(desk: Desk, label: str) -> None:
    buttons = desk.window.messages.findChildren(QPushButton)
    next(button for button in buttons if button.text() == label and button.isVisible()).click()


def press(qtbot: QtBot, widget: QWidget, keys: str) -> None:
    qtbot.keySequence(widget, QKeySequence(keys))


# --- the library ---


def test_the_library_is_there_and_the_newest_is_first(desk: OpenDesk) -> None:
    assert titles(desk(TITLES)) == TITLES


def test_renaming_in_place_and_taking_it_back(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(TITLES)
    table = room.window.library.table
    table.selectRow(1)
    press(qtbot, table, "F2")
    editor = table.findChild(QLineEdit, names.TITLE_EDITOR)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "Memory and sound")
    QTest.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: titles(room)[1] == "Memory and sound")
    assert "Memory and sound" in stored(room)
    press(qtbot, room.window, "Ctrl+Z")
    qtbot.waitUntil(lambda: titles(room)[1] == "Lecture 7")
    assert "Lecture 7" in stored(room)


def test_deleting_asks_nothing_and_undo_brings_it_back(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(TITLES)
    room.window.library.table.selectRow(1)
    press(qtbot, room.window.library.table, "Del")
    qtbot.waitUntil(lambda: titles(room) == ["Interview Löwen", "Choir rehearsal"])
    assert room.dialogs.asked == []
    assert message(room) == "Deleted “Lecture 7”."
    assert stored(room, trash=True) == ["Lecture 7"]
    assert [one.title for one in room.window.library.table.selected] == ["Choir rehearsal"]
    press_message(room, "Undo")
    qtbot.waitUntil(lambda: titles(room) == TITLES)
    assert message(room) == ""


def test_the_undo_of_the_bar_never_takes_back_something_else(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(TITLES)
    room.window.library.table.selectRow(1)
    press(qtbot, room.window.library.table, "Del")
    qtbot.waitUntil(lambda: message(room) != "")
    room.window.edits.rename(room.window.model.recording(0) or recording(0), "Other")
    assert message(room) == ""


def test_redo_deletes_again(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(TITLES)
    room.window.library.table.selectRow(0)
    press(qtbot, room.window.library.table, "Del")
    qtbot.waitUntil(lambda: len(titles(room)) == 2)
    press(qtbot, room.window, "Ctrl+Z")
    qtbot.waitUntil(lambda: len(titles(room)) == 3)
    press(qtbot, room.window, "Ctrl+Shift+Z")
    qtbot.waitUntil(lambda: len(titles(room)) == 2)
    assert stored(room, trash=True) == ["Interview Löwen"]


def test_deleted_recordings_are_restored_from_their_place(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(TITLES)
    room.window.library.table.selectAll()
    press(qtbot, room.window.library.table, "Del")
    qtbot.waitUntil(lambda: titles(room) == [])
    press(qtbot, room.window, "Ctrl+2")
    qtbot.waitUntil(lambda: titles(room) == TITLES)
    room.window.library.table.selectRow(0)
    room.window.actions_[ActionId.RESTORE].trigger()
    qtbot.waitUntil(lambda: titles(room) == TITLES[1:])
    press(qtbot, room.window, "Ctrl+1")
    qtbot.waitUntil(lambda: titles(room) == TITLES[:1])


@pytest.mark.parametrize(("answer", "left"), [(False, 3), (True, 1)])
def test_deleting_for_good_asks_first_and_names_the_number(
    desk: OpenDesk, qtbot: QtBot, answer: bool, left: int
) -> None:
    room = desk(TITLES)
    room.dialogs.answer = answer
    table = room.window.library.table
    table.selectRow(0)
    table.select([one.id for one in room.library.library.page(LibraryQuery()).rows[:2]])
    press(qtbot, table, "Shift+Del")
    assert room.dialogs.asked == ["Delete 2 recordings permanently?"]
    qtbot.waitUntil(lambda: len(titles(room)) == left and not room.runner.running)
    assert len(stored(room)) == left
    assert stored(room, trash=True) == []


def test_searching_as_one_types(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(TITLES)
    press(qtbot, room.window, "Ctrl+F")
    field = room.window.library.search
    assert field.hasFocus()
    QTest.keyClicks(field, "lowen")
    qtbot.waitUntil(lambda: titles(room) == ["Interview Löwen"])
    QTest.keyClicks(field, '" AND (')
    qtbot.waitUntil(room.window.library.empty.isVisible)
    assert room.window.library.empty.title.text() == "No recording matches"
    QTest.keyClick(field, Key.Key_Escape)
    qtbot.waitUntil(lambda: titles(room) == TITLES)


def test_the_text_field_keeps_its_own_keys(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(TITLES)
    room.window.library.table.selectRow(0)
    field = room.window.library.search
    field.setFocus()
    QTest.keyClicks(field, "a b")
    QTest.keyClick(field, Key.Key_Left)
    QTest.keyClick(field, Key.Key_Delete)
    assert field.text() == "a "
    assert room.player.state == StubState.STOPPED
    assert len(stored(room)) == 3


def test_sorting_by_a_click_on_the_head(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(TITLES)
    head = room.window.library.table.head
    title = QPoint(head.sectionViewportPosition(Column.TITLE) + 30, 15)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, title)
    qtbot.waitUntil(lambda: titles(room) == sorted(TITLES))
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, title)
    qtbot.waitUntil(lambda: titles(room) == sorted(TITLES, reverse=True))


def test_an_empty_library_says_what_to_do(desk: OpenDesk) -> None:
    room = desk([])
    empty = room.window.library.empty
    assert empty.isVisible()
    assert empty.title.text() == "Nothing recorded yet"
    lines = [label.text() for label in empty.findChildren(QLabel) if "\n" in label.text()]
    where, privacy, importing = lines[0].split("\n")
    assert room.library.paths.root.name in where
    assert privacy == "Nothing leaves this computer."
    assert importing.startswith("To import")
    room.dialogs.files = [Path("a.wav")]
    empty.pressed.emit(EmptyReason.LIBRARY)
    assert room.window.chip.running


def test_the_first_recording_begins_where_the_library_is_empty(desk: OpenDesk) -> None:
    room = desk([])
    record = room.window.library.empty.record
    room.recorder.become(RecorderState.OFF)
    assert not record.isEnabled()
    assert record.toolTip() == "The microphone is not ready"
    room.recorder.become(RecorderState.READY)
    record.click()
    assert room.recorder.state is RecorderState.RECORDING
    assert not record.isVisible()


def test_an_empty_library_is_calm_while_a_take_runs(desk: OpenDesk) -> None:
    room = desk([])
    empty = room.window.library.empty
    room.recorder.record()
    assert empty.title.text() == "Recording…"
    assert not empty.button.isVisible()
    room.recorder.become(RecorderState.READY)
    assert empty.title.text() == "Nothing recorded yet"
    assert empty.button.isVisible()


# --- what a start asks for ---


def test_a_start_that_wants_to_record_does_once_the_microphone_is_ready(desk: OpenDesk) -> None:
    room = desk([])
    room.recorder.become(RecorderState.OFF)
    from_outside.do_first(room.window, [], "record")
    assert str(room.recorder.state) == "off"
    room.recorder.start()
    assert str(room.recorder.state) == "recording"
    from_outside.take_over(room.window, [], "record")  # it is pressed again while that runs
    assert str(room.recorder.state) == "recording"
    room.recorder.become(RecorderState.READY)
    assert str(room.recorder.state) == "ready"


def test_a_start_that_wants_to_import_asks_for_files(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk([])
    room.dialogs.files = [Path("/somewhere/a.wav")]
    from_outside.take_over(room.window, [], "import_files")
    qtbot.waitUntil(lambda: room.importing.paths == [Path("/somewhere/a.wav")])
    from_outside.take_over(room.window, [], "something of a later version")
    assert not room.runner.running or room.importing.paths == [Path("/somewhere/a.wav")]


# --- recording ---


def test_one_key_records_and_stops_and_the_take_is_selected(desk: OpenDesk, qtbot: QtBot) -> None:
    takes = TakesStub()
    room = desk(TITLES, takes)
    press(qtbot, room.window, "Ctrl+R")
    assert room.recorder.state == RecorderState.RECORDING
    assert room.window.windowTitle().startswith("Recording")
    assert room.window.record_bar.button.text() == "Stop"
    press(qtbot, room.window, "Ctrl+Shift+R")
    assert str(room.recorder.state) == "paused"
    press(qtbot, room.window, "Ctrl+R")
    takes.kept = room.library.add(["2026-11-23 12:30"])[0]
    room.recorder.take_ended.emit(TakeEnded("0" * 32, 48_000, CaptureFormat(), EndReason.REQUESTED))
    room.recorder.become(RecorderState.READY)
    qtbot.waitUntil(lambda: "2026-11-23 12:30" in titles(room))
    assert [one.title for one in room.window.library.table.selected] == ["2026-11-23 12:30"]
    assert room.window.windowTitle() == "Voice Recorder Pro"
    assert message(room) == ""


def test_an_unplugged_microphone_is_told_with_what_is_safe(desk: OpenDesk) -> None:
    room = desk([])
    room.recorder.record()
    room.recorder.take_ended.emit(TakeEnded("0" * 32, 723 * 48_000, CaptureFormat(), EndReason.DEVICE_LOST))
    assert message(room) == "Microphone unplugged. Recording kept (12:03)."


def test_a_take_that_cannot_be_kept_now_can_be_tried_again(desk: OpenDesk, qtbot: QtBot, logged: LogWatch) -> None:
    takes = TakesStub(error=DiskFull(path="/"))
    room = desk([], takes)
    room.recorder.take_ended.emit(TakeEnded("0" * 32, 48_000, CaptureFormat(), EndReason.REQUESTED))
    qtbot.waitUntil(lambda: "safe on the disk" in message(room))
    logged.expect(DiskFull.code)
    takes.error = None
    takes.kept = room.library.add(["kept"])[0]
    press_message(room, "Try Again")
    qtbot.waitUntil(lambda: titles(room) == ["kept"])


def test_warnings_come_and_go(desk: OpenDesk) -> None:
    room = desk([])
    room.recorder.record()
    room.recorder.warned.emit(TakeWarning(WarningKind.SILENCE))
    assert message(room).startswith("Nothing is heard")
    room.recorder.warned.emit(TakeWarning(WarningKind.SILENCE, over=True))
    assert message(room) == ""


def test_without_a_microphone_record_is_off_and_the_bar_says_so(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk([])
    room.recorder.become(RecorderState.OFF)
    room.recorder.failed.emit(NoMicrophone())
    assert not room.window.record_bar.button.isEnabled()
    assert "not ready" in room.window.record_bar.button.toolTip()
    assert "No microphone" in message(room)
    room.recorder.become(RecorderState.READY)
    assert room.window.record_bar.button.isEnabled()
    assert message(room) == ""


@pytest.mark.parametrize(("press_what", "kept"), [("Keep", True), ("Discard", False)])
def test_recovered_takes_are_offered(desk: OpenDesk, qtbot: QtBot, press_what: str, kept: bool) -> None:
    takes = TakesStub()
    room = desk(TITLES, takes)
    rescued = room.library.add(["Rescued"])
    room.window.recording.offer_recovered(tuple(rescued))
    assert message(room).startswith("One recording was recovered")
    press_message(room, press_what)
    qtbot.waitUntil(lambda: ("Rescued" in titles(room)) is kept)
    assert (stored(room, trash=True) == ["Rescued"]) is not kept


def test_choosing_a_preset_configures_the_recorder_and_is_remembered(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk([])
    room.window.record_bar.preset_chosen.emit(Preset.MUSIC.value)
    qtbot.waitUntil(lambda: room.recorder.configured[-1][0] == CaptureFormat(48_000, 2, 24))
    assert room.window.services.settings.load().audio.preset is Preset.MUSIC


# --- playing ---


def test_space_plays_and_pauses_the_selected_one(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(TITLES)
    table = room.window.library.table
    table.selectRow(1)
    QTest.keyClick(table, Key.Key_Space)
    assert room.player.state == StubState.PLAYING
    chosen = room.window.model.recording(1)
    assert chosen is not None
    assert room.player.loaded == room.library.library.audio_path(chosen)
    QTest.keyClick(table, Key.Key_Space)
    assert str(room.player.state) == "paused"


def test_enter_plays_and_arrows_skip_five_seconds(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(TITLES)
    table = room.window.library.table
    table.selectRow(0)
    QTest.keyClick(table, Key.Key_Return)
    QTest.keyClick(table, Key.Key_Right)
    QTest.keyClick(table, Key.Key_Right)
    QTest.keyClick(table, Key.Key_Left)
    assert room.player.position == 5.0


def test_a_click_in_the_waveform_seeks(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(TITLES)
    room.window.library.table.selectRow(0)
    waveform = room.window.player_bar.waveform
    QTest.mouseClick(
        waveform, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(waveform.width() // 2, 10)
    )
    room.window.playback.toggle()
    assert room.player.position == pytest.approx(30.0, abs=0.5)


def test_the_engine_of_sound_failing_is_told_in_the_bar(desk: OpenDesk) -> None:
    room = desk(TITLES)
    room.window.library.table.selectRow(0)
    room.window.playback.toggle()
    room.player.stop()
    room.player.failed.emit(PlaybackUnavailable())
    assert "sound service" in message(room)
    press_message(room, "Try Again")
    assert room.player.state == StubState.PLAYING


def test_deleting_what_plays_stops_it(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(TITLES)
    room.window.library.table.selectRow(0)
    room.window.playback.toggle()
    press(qtbot, room.window.library.table, "Del")
    qtbot.waitUntil(lambda: room.player.state is StubState.STOPPED)


# --- importing ---


def test_dropped_files_and_folders_are_imported(desk: OpenDesk, qtbot: QtBot, tmp_path: Path) -> None:
    room = desk([])
    new = room.library.add(["Dropped"])[0]
    room.importing.report = ImportReport(imported=[Imported(tmp_path / "a.wav", new)])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.wav", "folder")])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(QPoint(300, 300), action, data, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(room.window, entering)
    event = QDropEvent(QPointF(300, 300), action, data, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(room.window, event)
    qtbot.waitUntil(lambda: titles(room) == ["Dropped"])
    assert room.importing.paths == [tmp_path / "a.wav", tmp_path / "folder"]
    assert message(room) == "1 file imported."


def test_what_was_skipped_or_refused_is_told(desk: OpenDesk, qtbot: QtBot, tmp_path: Path) -> None:
    from vrp.backend.errors import SourceEmpty

    room = desk([])
    room.importing.report = ImportReport(
        skipped=[Skipped(tmp_path / "b.wav", "VRP-1120", 1)],
        refused=[Refused(tmp_path / "c.wav", SourceEmpty(name="c.wav"))],
    )
    room.window.importing.run([tmp_path])
    qtbot.waitUntil(lambda: message(room) != "")
    assert "1 file already in the library." in message(room)
    assert "“c.wav” is empty." in message(room)
    assert room.dialogs.shown == []


def test_a_running_import_is_shown_and_can_be_cancelled(desk: OpenDesk, qtbot: QtBot, tmp_path: Path) -> None:
    room = desk([])
    room.importing.released.clear()
    room.window.importing.run([tmp_path])
    chip = room.window.chip
    qtbot.waitUntil(lambda: "first.wav" in chip.label.text())
    assert chip.isVisible()
    cancel = chip.findChild(QToolButton, names.TASK_CHIP_CANCEL)
    assert cancel is not None
    cancel.click()
    qtbot.waitUntil(lambda: not chip.isVisible())
    assert "cancelled" in message(room)


# --- closing ---


def test_closing_while_recording_asks_and_goes_on_recording(desk: OpenDesk) -> None:
    room = desk([])
    room.recorder.record()
    room.dialogs.answer = False
    assert not room.window.close()
    assert room.recorder.state == RecorderState.RECORDING


def test_closing_while_recording_saves_first(desk: OpenDesk, qtbot: QtBot) -> None:
    takes = TakesStub()
    room = desk([], takes)
    room.recorder.record()
    assert not room.window.close()
    assert room.recorder.state == RecorderState.STOPPING
    takes.kept = room.library.add(["kept"])[0]
    with qtbot.waitSignal(room.window.closed):
        room.recorder.take_ended.emit(TakeEnded("0" * 32, 48_000, CaptureFormat(), EndReason.REQUESTED))
        room.recorder.become(RecorderState.READY)
    assert not room.window.isVisible()


def test_closing_while_a_task_runs_asks_once_and_cancels(desk: OpenDesk, qtbot: QtBot, tmp_path: Path) -> None:
    room = desk([])
    room.importing.released.clear()
    room.window.importing.run([tmp_path])
    qtbot.waitUntil(lambda: bool(room.importing.paths))
    with qtbot.waitSignal(room.window.closed):
        room.window.close()
    assert len(room.dialogs.asked) == 1


# --- for everybody ---


def test_every_control_has_a_name_for_those_who_hear_the_window(desk: OpenDesk) -> None:
    room = desk(TITLES)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in room.window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QLabel)
        and not widget.accessibleName()
        and not (isinstance(widget, QPushButton) and widget.text())
    ]
    assert nameless == []


def test_the_history_of_a_recording_is_shown(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["one", "two"])
    history = room.window.actions_[ActionId.HISTORY]
    assert not history.isEnabled()
    room.window.library.table.selectAll()
    assert not history.isEnabled()
    room.window.library.table.selectRow(1)
    room.window.model.rename_requested.emit(room.window.library.table.selected[0], "zwei")
    qtbot.waitUntil(lambda: not room.runner.running)
    history.trigger()
    qtbot.waitUntil(lambda: bool(room.dialogs.shown))
    (table,) = room.dialogs.shown[0].findChildren(QTableWidget)
    assert [item.text() for row in range(2) if (item := table.item(row, 1))] == [
        "Recorded here",
        "Renamed from “two” to “zwei”",
    ]


def test_the_library_is_checked_from_the_menu(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(TITLES)
    room.window.actions_[ActionId.VERIFY].trigger()
    qtbot.waitUntil(lambda: message(room) == "3 recordings checked: every file is whole.")


def test_the_health_is_checked_and_mended_from_the_menu(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(TITLES)
    room.window.actions_[ActionId.HEALTH].trigger()
    qtbot.waitUntil(lambda: message(room) == "The library is healthy.")
    room.library.paths.staging.rmdir()
    room.window.actions_[ActionId.HEALTH].trigger()
    qtbot.waitUntil(lambda: "staging" in message(room) and "Repair" in offered(room))
    press_message(room, "Repair")
    qtbot.waitUntil(lambda: message(room) == "Repaired. The library is healthy.")
    assert room.library.paths.staging.is_dir()


def test_what_ails_the_library_can_be_read_on_the_diagnostics_page(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(TITLES)
    for audio in room.library.paths.audio.glob("*/*.wav"):
        audio.unlink()
    room.window.actions_[ActionId.HEALTH].trigger()
    qtbot.waitUntil(lambda: message(room) == "3 things to look at." and "Show" in offered(room))
    press_message(room, "Show")
    rows = room.window.findChild(QTableWidget, names.DIAGNOSTICS_ROWS)
    assert isinstance(rows, QTableWidget)
    assert rows.isVisible()


def test_help_shows_the_keys(desk: OpenDesk) -> None:
    room = desk([])
    room.window.actions_[ActionId.SHORTCUTS].trigger()
    assert room.dialogs.shown[0].windowTitle() == "Keyboard Shortcuts"


def test_a_new_take_can_be_named_and_played_at_once(desk: OpenDesk, qtbot: QtBot) -> None:
    takes = TakesStub()
    room = desk([], takes)
    room.window.record_bar.button.setFocus()
    takes.kept = room.library.add(["new"])[0]
    room.recorder.take_ended.emit(TakeEnded("0" * 32, 48_000, CaptureFormat(), EndReason.REQUESTED))
    qtbot.waitUntil(lambda: titles(room) == ["new"])
    assert room.window.library.table.hasFocus()
