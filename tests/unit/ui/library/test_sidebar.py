"""The places of the library in the real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.recordings import Recording
from vrp.backend.domain.requests import RecordingChangeRequest
from vrp.ui import names
from vrp.ui.library.places import Kind, Place
from vrp.ui.library.sidebar import PLACE_ROLE
from vrp.ui.library.sidebar_row import COUNT_ROLE, HEADING_ROLE

TAGGED = {"a": ("uni", "thesis"), "b": ("Uni",), "c": ()}


def lines(desk: Desk) -> dict[str, int | None]:
    """Every line that is in sight, and its count."""
    sidebar = desk.window.sidebar
    found = {}
    item = sidebar.topLevelItem(0)
    while item is not None:
        if not item.isHidden():
            found[item.text(0)] = item.data(0, COUNT_ROLE)
        item = sidebar.itemBelow(item)
    return found


def rows(desk: Desk) -> list[Recording]:
    found = [desk.window.model.recording(row) for row in range(desk.window.model.rowCount())]
    return [one for one in found if one is not None]


def titles(desk: Desk) -> list[str]:
    return [one.title for one in rows(desk)]


def outside(desk: Desk, qtbot: QtBot, change: Callable[[], object]) -> None:
    """Done in a job, as another part of the program or another process does it."""
    with qtbot.waitSignal(desk.runner.submit("outside", lambda _progress: change(), pool="db").succeeded):
        pass


def tells(desk: Desk, told: str) -> bool:
    empty = desk.window.library.empty
    return empty.isVisible() and empty.title.text() == told


def tagged(desk: OpenDesk, qtbot: QtBot) -> Desk:
    room = desk(list(TAGGED))
    library = room.library.library
    changes = {one.id: RecordingChangeRequest.of(tags=TAGGED[one.title]) for one in rows(room)}
    outside(room, qtbot, lambda: library.edit_many(changes))
    room.window.places.watch.look()
    qtbot.waitUntil(lambda: "thesis" in lines(room) and not room.runner.running)
    return room


def go(desk: Desk, qtbot: QtBot, place: Place, expected: list[str]) -> None:
    desk.window.sidebar.go(place)
    qtbot.waitUntil(lambda: titles(desk) == expected)


def test_every_place_tells_how_many_it_holds(desk: OpenDesk, qtbot: QtBot) -> None:
    room = tagged(desk, qtbot)
    assert (
        lines(room)
        == {
            "All Recordings": 3,
            "Recorded": 3,
            "Imported": 0,
            "Recovered": 0,
            "Favourites": 0,
            "Tags": None,
            "thesis": 1,
            "uni": 2,
            "Recently Deleted": 0,
        }
        or lines(room).get("Uni") == 2
    )


def test_counts_follow_each_change_at_once(desk: OpenDesk, qtbot: QtBot) -> None:
    room = tagged(desk, qtbot)
    room.window.edits.delete(rows(room)[:1])
    qtbot.waitUntil(lambda: lines(room)["Recently Deleted"] == 1)
    assert lines(room)["All Recordings"] == 2
    assert "thesis" not in lines(room)
    room.window.edits.stack.undo()
    qtbot.waitUntil(lambda: lines(room).get("thesis") == 1)


def test_a_change_by_somebody_else_is_noticed(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a"])
    qtbot.waitUntil(lambda: lines(room).get("All Recordings") == 1)
    room.window.places.watch.look()
    qtbot.waitUntil(lambda: not room.runner.running)
    outside(room, qtbot, lambda: room.library.library.rename(rows(room)[0].id, "theirs"))
    room.window.activateWindow()
    room.window.places.watch.look()
    qtbot.waitUntil(lambda: titles(room) == ["theirs"])


def test_a_title_that_is_being_typed_outlives_a_change_by_somebody_else(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a"])
    table, watch = room.window.library.table, room.window.places.watch
    qtbot.waitUntil(lambda: lines(room).get("All Recordings") == 1 and not room.runner.running)
    table.selectRow(0)
    table.rename_current()
    editor = table.findChild(QLineEdit, names.TITLE_EDITOR)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "mine")
    outside(room, qtbot, lambda: room.library.library.rename(rows(room)[0].id, "theirs"))
    watch.changed.emit()
    room.window.model.update(replace(rows(room)[0], title="theirs"))
    assert editor.text() == "mine"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(room) == ["mine"])


def test_the_count_is_heard_with_the_place(desk: OpenDesk, qtbot: QtBot) -> None:
    room = tagged(desk, qtbot)
    item = room.window.sidebar.topLevelItem(0)
    assert item is not None
    assert item.data(0, Qt.ItemDataRole.AccessibleTextRole) == "All Recordings, 3 recordings"


def test_places_by_the_keyboard_and_sections_fold(desk: OpenDesk, qtbot: QtBot) -> None:
    room = tagged(desk, qtbot)
    sidebar = room.window.sidebar
    sidebar.setFocus()
    QTest.keyClick(sidebar, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: room.window.model.query.trash and titles(room) == [])
    heading = sidebar.topLevelItem(6)
    assert heading is not None
    assert heading.data(0, HEADING_ROLE)
    sidebar.setCurrentItem(heading)
    QTest.keyClick(sidebar, Qt.Key.Key_Return)
    assert "thesis" not in lines(room)
    QTest.keyClick(sidebar, Qt.Key.Key_Return)
    assert "thesis" in lines(room)


def test_a_tag_shows_its_recordings_whatever_its_case(desk: OpenDesk, qtbot: QtBot) -> None:
    room = tagged(desk, qtbot)
    go(room, qtbot, Place(Kind.TAG, next(one for one in lines(room) if one.casefold() == "uni")), ["a", "b"])


def test_a_tag_is_renamed_everywhere_and_the_view_follows(desk: OpenDesk, qtbot: QtBot) -> None:
    room = tagged(desk, qtbot)
    uni = next(one for one in lines(room) if one.casefold() == "uni")
    go(room, qtbot, Place(Kind.TAG, uni), ["a", "b"])
    room.dialogs.text = "university"
    room.window.sidebar.setFocus()
    QTest.keyClick(room.window.sidebar, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: lines(room).get("university") == 2)
    assert room.window.sidebar.place == Place(Kind.TAG, "university")
    qtbot.waitUntil(lambda: [one.tags for one in rows(room)] == [("university", "thesis"), ("university",)])
    qtbot.keySequence(room.window, QKeySequence("Ctrl+Z"))
    qtbot.waitUntil(lambda: "university" not in lines(room))
    qtbot.waitUntil(lambda: not room.runner.running)
    go(room, qtbot, Place.LIBRARY, ["a", "b", "c"])
    qtbot.waitUntil(lambda: [one.tags for one in rows(room)] == [("uni", "thesis"), ("Uni",), ()])


def test_a_tag_is_taken_off_everywhere(desk: OpenDesk, qtbot: QtBot) -> None:
    room = tagged(desk, qtbot)
    room.window.sidebar.go(Place(Kind.TAG, "thesis"))
    qtbot.waitUntil(lambda: titles(room) == ["a"])
    QTest.keyClick(room.window.sidebar, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "thesis" not in lines(room) and titles(room) == ["a", "b", "c"])
    assert room.window.edits.stack.undoText() == "Remove tag “thesis” from all"


def test_a_search_is_saved_shown_again_and_removed(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["tape one", "tape two", "other"])
    search = room.window.library.searching
    assert search.save.isHidden()
    search.line.setFocus()
    QTest.keyClicks(search.line, "tape")
    qtbot.waitUntil(lambda: titles(room) == ["tape one", "tape two"])
    room.dialogs.text = "My tapes"
    assert search.save.isVisible()
    search.save.click()
    qtbot.waitUntil(lambda: "My tapes" in lines(room))
    QTest.keyClick(search.line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(titles(room)) == 3)
    go(room, qtbot, Place(Kind.SEARCH, "My tapes"), ["tape one", "tape two"])
    assert search.line.text() == "tape"
    go(room, qtbot, Place.LIBRARY, ["tape one", "tape two", "other"])
    assert search.line.text() == ""
    room.window.sidebar.go(Place(Kind.SEARCH, "My tapes"))
    QTest.keyClick(room.window.sidebar, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "My tapes" not in lines(room))


def test_saved_searches_are_renamed_and_every_change_of_one_is_taken_back(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["tape one", "other"])
    sidebar, stack = room.window.sidebar, room.window.edits.stack
    room.window.library.search.setText("tape")
    qtbot.waitUntil(lambda: titles(room) == ["tape one"])
    room.dialogs.text = "Tapes"
    room.window.library.searching.save.click()
    qtbot.waitUntil(lambda: "Tapes" in lines(room))
    assert stack.undoText() == "Save search “Tapes”"
    sidebar.go(Place(Kind.SEARCH, "Tapes"))
    room.dialogs.text = "Old tapes"
    QTest.keyClick(sidebar, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: sidebar.place == Place(Kind.SEARCH, "Old tapes"))
    assert "Tapes" not in lines(room)
    QTest.keyClick(sidebar, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Old tapes" not in lines(room))
    for expected in ({"Old tapes"}, {"Tapes"}, set[str]()):
        stack.undo()
        qtbot.waitUntil(lambda: {"Tapes", "Old tapes"} & lines(room).keys() == expected)  # noqa: B023  # waited for here
    stack.redo()
    stack.redo()  # without waiting for the job before
    qtbot.waitUntil(lambda: {"Tapes", "Old tapes"} & lines(room).keys() == {"Old tapes"})


def test_undo_spares_a_saved_search_that_another_program_has_changed(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["tape one"])
    room.dialogs.text = "Tapes"
    room.window.library.search.setText("tape")
    room.window.library.searching.save.click()
    qtbot.waitUntil(lambda: "Tapes" in lines(room))
    theirs = {"Tapes": LibraryQuery("theirs")}
    job = room.runner.submit("foreign", lambda _progress: room.library.library.change_searches(theirs))
    with qtbot.waitSignal(job.succeeded):
        pass
    room.window.edits.stack.undo()
    qtbot.waitUntil(lambda: not room.window.edits.stack.canUndo() and not room.window.edits.stack.canRedo())
    assert room.window.messages.text.text() == "Nothing was changed: that saved search is another one by now."
    assert "Tapes" in lines(room)


def test_rows_dropped_on_a_place_come_to_belong_there(desk: OpenDesk, qtbot: QtBot) -> None:
    room = tagged(desk, qtbot)
    table, sidebar = room.window.library.table, room.window.sidebar
    table.selectRow(2)
    sidebar.dropped.emit(Place(Kind.TAG, "thesis"))
    qtbot.waitUntil(lambda: lines(room)["thesis"] == 2)
    sidebar.dropped.emit(Place(Kind.FAVOURITES))
    qtbot.waitUntil(lambda: lines(room)["Favourites"] == 1)
    sidebar.dropped.emit(Place.TRASH)
    qtbot.waitUntil(lambda: lines(room)["Recently Deleted"] == 1)
    assert titles(room) == ["a", "b"]


def test_only_tags_and_searches_have_a_menu(desk: OpenDesk, qtbot: QtBot) -> None:
    sidebar = tagged(desk, qtbot).window.sidebar
    assert sidebar.menu_for(Place.TRASH) is None
    for place, expected in (
        (Place(Kind.TAG, "thesis"), ["Rename Tag…", "Remove Tag From All"]),
        (Place(Kind.SEARCH, "x"), ["Rename Saved Search…", "Delete Saved Search"]),
    ):
        menu = sidebar.menu_for(place)
        assert menu is not None
        assert [action.text() for action in menu.actions()] == expected


def test_each_empty_place_says_what_to_do(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a"])
    empty = room.window.library.empty
    for kind, told in (
        (Kind.IMPORTED, "Nothing imported yet"),
        (Kind.RECOVERED, "Nothing had to be recovered"),
        (Kind.FAVOURITES, "No favourites yet"),
        (Kind.TRASH, "Nothing was deleted"),
    ):
        room.window.sidebar.go(Place(kind))
        qtbot.waitUntil(partial(tells, room, told))
        assert empty.button.text()
    room.window.library.empty.button.click()
    qtbot.waitUntil(lambda: titles(room) == ["a"])


def test_a_place_is_what_its_line_says(desk: OpenDesk, qtbot: QtBot) -> None:
    sidebar = tagged(desk, qtbot).window.sidebar
    item = sidebar.topLevelItem(4)
    assert item is not None
    assert item.data(0, PLACE_ROLE) == Place(Kind.FAVOURITES)
