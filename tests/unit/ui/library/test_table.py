"""The table in the real window: stars, columns, letters, copies, found words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeySequence, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.recordings import Recording
from vrp.backend.domain.requests import RecordingChangeRequest
from vrp.ui.library.columns import Column
from vrp.ui.library.delegates import days_left
from vrp.ui.library.places import Kind, Place
from vrp.ui.theme import Scheme, Theme, colours

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def rows(desk: Desk) -> list[Recording]:
    found = [desk.window.model.recording(row) for row in range(desk.window.model.rowCount())]
    return [one for one in found if one is not None]


def titles(desk: Desk) -> list[str]:
    return [one.title for one in rows(desk)]


def selected(desk: Desk) -> list[str]:
    return [one.title for one in desk.window.library.table.selected]


def press_star(desk: Desk, row: int) -> None:
    table = desk.window.library.table
    at = table.visualRect(desk.window.model.index(row, Column.FAVOURITE)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def shown_columns(desk: Desk) -> list[str]:
    head = desk.window.library.table.head
    order = [Column(head.logicalIndex(place)) for place in range(head.count())]
    return [column.name for column in order if not head.isSectionHidden(column)]


def test_a_press_on_the_star_marks_and_keeps_the_selection(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a", "b"])
    room.window.library.table.selectRow(0)
    press_star(room, 1)
    qtbot.waitUntil(lambda: rows(room)[1].favourite)
    assert selected(room) == ["a"]
    press_star(room, 1)
    qtbot.waitUntil(lambda: not rows(room)[1].favourite)


def test_ctrl_d_marks_all_that_are_selected(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a", "b", "c"])
    table = room.window.library.table
    press_star(room, 0)
    qtbot.waitUntil(lambda: rows(room)[0].favourite)
    table.selectAll()
    qtbot.keySequence(table, QKeySequence("Ctrl+D"))
    qtbot.waitUntil(lambda: all(one.favourite for one in rows(room)))
    qtbot.keySequence(table, QKeySequence("Ctrl+D"))
    qtbot.waitUntil(lambda: not any(one.favourite for one in rows(room)))
    qtbot.keySequence(room.window, QKeySequence("Ctrl+Z"))
    qtbot.keySequence(room.window, QKeySequence("Ctrl+Z"))
    qtbot.waitUntil(lambda: [one.favourite for one in rows(room)] == [True, False, False])


def test_what_is_no_favourite_any_more_leaves_the_favourites(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a", "b"])
    room.window.edits.mark(rows(room), favourite=True)
    qtbot.waitUntil(lambda: all(one.favourite for one in rows(room)))
    room.window.sidebar.go(Place(Kind.FAVOURITES))
    qtbot.waitUntil(lambda: room.window.model.query.favourite and not room.runner.running)
    press_star(room, 0)
    qtbot.waitUntil(lambda: titles(room) == ["b"])
    room.window.edits.stack.undo()
    qtbot.waitUntil(lambda: titles(room) == ["a", "b"])


def test_typed_letters_go_to_a_title(desk: OpenDesk) -> None:
    room = desk(["Anna", "Bell", "Berta", "Choir"])
    table = room.window.library.table
    table.selectRow(0)
    QTest.keyClicks(table, "be")
    assert selected(room) == ["Bell"]
    table._typed = ("", 0.0)  # noqa: SLF001  # as after a pause
    QTest.keyClicks(table, "b")
    assert selected(room) == ["Berta"]


def test_columns_are_chosen_moved_and_remembered(desk: OpenDesk) -> None:
    room = desk(["a"])
    room.window.resize(1600, 800)
    head = room.window.library.table.head
    assert shown_columns(room)[:2] == ["FAVOURITE", "TITLE"]
    choices = {action.text(): action for action in head.menu().actions()}
    assert "Title" not in choices
    choices["Origin"].trigger()
    choices["Size"].trigger()
    head.moveSection(head.visualIndex(Column.LENGTH), 1)
    head.resizeSection(Column.RECORDED, 201)
    state, expected = head.remembered(), shown_columns(room)
    assert "ORIGIN" in expected
    assert "SIZE" not in expected
    choices["As at First"].trigger()
    assert shown_columns(room) != expected
    head.restore(state)
    assert shown_columns(room) == expected
    assert head.sectionSize(Column.RECORDED) == 201
    for broken in ("", "{}", '{"order": 1}', None):
        head.restore(broken)
    assert shown_columns(room) == expected


def test_a_narrow_window_leaves_out_what_matters_least(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a"])
    room.window.resize(1600, 800)
    wide = shown_columns(room)
    room.window.resize(720, 480)
    qtbot.waitUntil(lambda: "SIZE" not in shown_columns(room))
    assert "TITLE" in shown_columns(room)
    assert room.window.library.table.head.sectionSize(Column.TITLE) >= 100
    room.window.resize(1600, 800)
    qtbot.waitUntil(lambda: shown_columns(room) == wide)


def test_copying_takes_the_files_and_the_titles(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a", "b"])
    table = room.window.library.table
    table.selectAll()
    qtbot.keySequence(table, QKeySequence("Ctrl+C"))
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "a\nb"
    assert [url.toLocalFile() for url in data.urls()] == [
        str(room.library.library.audio_path(one)) for one in rows(room)
    ]
    QGuiApplication.clipboard().clear()  # the offscreen platform ends badly with an object of Python in it


def test_f3_goes_from_one_that_was_found_to_the_next(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["tape 1", "other", "tape 2"])
    qtbot.keySequence(room.window, QKeySequence("F3"))
    assert room.window.library.search.hasFocus()
    QTest.keyClicks(room.window.library.search, "tape")
    qtbot.waitUntil(lambda: titles(room) == ["tape 1", "tape 2"])
    found = []
    for _ in range(3):
        qtbot.keySequence(room.window, QKeySequence("F3"))
        found += selected(room)
    assert found == ["tape 1", "tape 2", "tape 1"]


def pixels(image: QImage, colour: QColor) -> int:
    wanted = colour.rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_found_words_are_marked(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["Interview with Löwen", "other"])
    assert marked(room, Column.TITLE) == 0
    search(room, qtbot, "lowen", ["Interview with Löwen"])
    assert marked(room, Column.TITLE) > 50


def marked(desk: Desk, column: Column, row: int = 0) -> int:
    """How many pixels of the cell are the ground of a found word."""
    table = desk.window.library.table
    area = table.visualRect(desk.window.model.index(row, column))
    return pixels(table.viewport().grab(area).toImage(), colours().of("warning"))


def search(desk: Desk, qtbot: QtBot, text: str, expected: list[str]) -> None:
    desk.window.library.search.setText(text)
    qtbot.waitUntil(lambda: desk.window.model.query.search == text and titles(desk) == expected)
    qtbot.waitUntil(lambda: not desk.runner.running)


def test_a_found_tag_is_marked_and_comes_first(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["Monday", "Tuesday"])
    room.window.resize(1600, 800)
    tags = ("a long tag of the zoo", "another long one", "Löwen")
    room.window.edits.revise("tags", {rows(room)[0]: {"tags": tags}})
    qtbot.waitUntil(lambda: rows(room)[0].tags == tags)
    assert "TAGS" in shown_columns(room)
    search(room, qtbot, "lowen", ["Monday"])
    assert marked(room, Column.TAGS) > 50
    assert marked(room, Column.TITLE) == 0


def test_a_tag_in_a_column_that_is_not_shown_is_told_behind_the_title(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["Monday", "Tuesday"])
    room.window.edits.add_tag(rows(room)[:1], "Löwen")
    qtbot.waitUntil(lambda: rows(room)[0].tags == ("Löwen",))
    room.window.resize(720, 480)
    qtbot.waitUntil(lambda: "TAGS" not in shown_columns(room))
    search(room, qtbot, "lowen", ["Monday"])
    assert marked(room, Column.TITLE) > 50


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_a_row_says_behind_its_title_that_its_notes_were_found(
    desk: OpenDesk, qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    room = desk(["Monday", "A title that is far too long for any window, however wide it may be " * 3])
    room.window.setLayoutDirection(direction)
    for row in rows(room):
        room.window.edits.write_notes(row, "Nine in the morning.\nThe zoo was empty, only the Löwen roared.", row.id)
        qtbot.waitUntil(lambda: not room.runner.running)
    search(room, qtbot, "lowen", titles(room))
    assert all(marked(room, Column.TITLE, row) > 50 for row in range(2))
    index = room.window.model.index(0, Column.TITLE)
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert "Notes: …only the Löwen roared." in index.data(role)


def test_a_match_that_a_long_title_leaves_out_of_sight_is_told_behind_it(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["A title that is far too long for any window, however wide it may be, " * 3 + "with Löwen"])
    search(room, qtbot, "lowen", titles(room))
    assert marked(room, Column.TITLE) > 50


def test_a_row_says_that_its_file_was_found_until_the_search_is_left(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["Monday", "Tuesday"])
    search(room, qtbot, "1.wav", ["Tuesday"])
    index = room.window.model.index(0, Column.TITLE)
    assert "File name: 1.wav" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    search(room, qtbot, "", ["Monday", "Tuesday"])
    assert "File name" not in room.window.model.index(1, Column.TITLE).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize("row", [0, 3])
def test_a_refresh_keeps_selection_and_place(desk: OpenDesk, qtbot: QtBot, row: int) -> None:
    room = desk([f"r {number}" for number in range(40)])
    table = room.window.library.table
    table.selectRow(row)
    table.verticalScrollBar().setValue(200)
    with qtbot.waitSignal(room.window.model.loaded):
        qtbot.keySequence(room.window, QKeySequence("F5"))
    assert table.verticalScrollBar().value() == 200
    assert selected(room) == [f"r {row}"]


def test_deleted_ones_say_how_long_they_stay(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a"])
    room.window.edits.delete(rows(room))
    room.window.sidebar.go(Place.TRASH)
    qtbot.waitUntil(lambda: "DELETED" in shown_columns(room) and titles(room) == ["a"])
    assert room.window.library.table.deleted.text(rows(room)[0], Column.DELETED) == "30 days left"


def test_every_column_sorts_by_a_press_on_its_head(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a", "b", "c"])
    library = room.library.library
    ids = {one.title: one.id for one in rows(room)}
    changes = {
        ids["c"]: RecordingChangeRequest(tags=("Zug", "alt"), favourite=True),
        ids["b"]: RecordingChangeRequest(tags=("äther",)),
    }
    with qtbot.waitSignal(room.runner.submit("edit", lambda _progress: library.edit_many(changes)).succeeded):
        pass
    head = room.window.library.table.head

    def press(column: Column) -> list[str]:
        with qtbot.waitSignal(room.window.model.loaded):
            head.sectionClicked.emit(column)
        assert head.sorted[0] is column
        return titles(room)

    by = {column: press(column) for column in Column if column is not Column.DELETED}
    assert by[Column.TAGS] == ["b", "c", "a"]
    assert press(Column.TAGS) == ["b", "c", "a"]
    assert press(Column.TAGS) == ["a", "c", "b"]
    assert by[Column.FAVOURITE][0] == "c"
    assert sorted(by[Column.ADDED]) == ["a", "b", "c"]


def test_what_was_deleted_last_stands_first_there_and_nowhere_else(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a", "b", "c"])
    window = room.window

    def delete(title: str) -> None:
        window.edits.delete([one for one in rows(room) if one.title == title])
        qtbot.waitUntil(lambda: title not in titles(room))

    delete("b")
    delete("a")
    window.sidebar.go(Place.TRASH)
    qtbot.waitUntil(lambda: "DELETED" in shown_columns(room) and len(titles(room)) == 2)
    with qtbot.waitSignal(window.model.loaded):
        window.library.table.head.sectionClicked.emit(Column.DELETED)
    assert titles(room) == ["a", "b"]
    window.sidebar.go(Place.LIBRARY)
    qtbot.waitUntil(lambda: titles(room) == ["c"])
    assert window.library.table.head.sorted[0] is Column.RECORDED


def test_days_are_counted_to_the_end() -> None:
    assert days_left(NOW, 30, NOW) == 30
    assert days_left(NOW - timedelta(days=29, hours=1), 30, NOW) == 1
    assert days_left(NOW - timedelta(days=31), 30, NOW) == 0


def test_the_whole_date_is_in_the_tooltip(desk: OpenDesk) -> None:
    room = desk(["a"])
    tooltip = room.window.model.index(0, Column.RECORDED).data(Qt.ItemDataRole.ToolTipRole)
    assert "2026" in tooltip


def test_every_cell_can_be_drawn_without_its_row(desk: OpenDesk) -> None:
    room = desk(["a"])
    table = room.window.library.table
    room.window.model.set_query(LibraryQuery())
    canvas = QImage(400, 40, QImage.Format.Format_ARGB32)
    painter = QPainter(canvas)
    option = QStyleOptionViewItem()
    option.rect = QRect(QPoint(0, 0), canvas.size())
    option.widget = table
    for column in Column:
        delegate = table.itemDelegateForIndex(room.window.model.index(0, column))
        delegate.paint(painter, option, room.window.model.index(5, column))
    painter.end()


@pytest.mark.parametrize("scheme", list(Scheme)[1:], ids=str)
def test_the_title_that_plays_is_seen_where_it_is_selected(desk: OpenDesk, theme: Theme, scheme: Scheme) -> None:
    room = desk(["Interview"])
    theme.choose(scheme)
    table = room.window.library.table
    table.selectRow(0)
    table.show_playing(rows(room)[0].id)
    cell = table.visualRect(room.window.model.index(0, Column.TITLE)).adjusted(40, 0, 0, 0)
    drawn = table.viewport().grab(cell).toImage()
    seen = {drawn.pixelColor(x, y).name() for x in range(drawn.width()) for y in range(drawn.height())}
    theme.choose(Scheme.LIGHT)
    assert len(seen) > 1


def test_deleting_for_good_names_the_number(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a", "b"])
    table = room.window.library.table
    table.selectAll()
    room.dialogs.answer = False
    qtbot.keySequence(table, QKeySequence("Shift+Del"))
    assert room.dialogs.asked == ["Delete 2 recordings permanently?"]
    assert titles(room) == ["a", "b"]


def ink(desk: Desk, column: Column) -> tuple[int, int]:
    """How far the text of the first row's cell stands from the left and from the right of the cell."""
    table = desk.window.library.table
    image = table.viewport().grab(table.visualRect(desk.window.model.index(0, column))).toImage()
    back = image.pixel(1, 1)
    drawn = [x for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != back]
    return min(drawn), image.width() - 1 - max(drawn)


def test_words_begin_at_the_side_where_reading_begins(desk: OpenDesk, qapp: QApplication) -> None:
    room = desk(["a", "b"])
    room.window.library.table.selectRow(1)
    left, right = ink(room, Column.RECORDED)
    assert left < right
    assert ink(room, Column.LENGTH)[0] > ink(room, Column.LENGTH)[1]
    room.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qapp.processEvents()
    left, right = ink(room, Column.RECORDED)
    assert left > right
    assert ink(room, Column.LENGTH)[0] < ink(room, Column.LENGTH)[1]


@pytest.mark.parametrize("held", [Qt.Key.Key_Shift, Qt.Key.Key_Control], ids=["Shift", "Ctrl"])
def test_what_the_window_selects_is_selected_whatever_keys_are_held(desk: OpenDesk, qtbot: QtBot, held: Qt.Key) -> None:
    room = desk(["one", "two"])
    table = room.window.library.table
    QTest.keyPress(table, held)
    for row in (0, 1, 1):
        table.selectRow(row)
        assert selected(room) == [titles(room)[row]]
        assert room.window.playback.shown == rows(room)[row]


def test_rows_that_are_dragged_out_are_copies_of_their_files(desk: OpenDesk) -> None:
    room = desk(["one", "two", "three"])
    table, model = room.window.library.table, room.window.model
    table.select([rows(room)[0].id, rows(room)[2].id])
    data = model.mimeData(table.selectionModel().selectedIndexes())
    assert [Path(url.toLocalFile()) for url in data.urls()] == [
        room.library.library.audio_path(rows(room)[place]) for place in (0, 2)
    ]
    assert data.hasFormat("text/uri-list")
    assert model.supportedDragActions() == Qt.DropAction.CopyAction
    assert all(Path(url.toLocalFile()).is_file() for url in data.urls())
