"""The details pane in the real window, mostly by the keyboard."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.libraries import recording as a_recording
from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.domain import title_patterns
from vrp.backend.domain.findings import Finding, Severity
from vrp.backend.domain.recordings import Recording
from vrp.backend.domain.title_patterns import NewTitle
from vrp.backend.phrases import Phrase
from vrp.ui import names
from vrp.ui.library import details_several
from vrp.ui.library.details_one import OneDetails
from vrp.ui.library.details_several import AT_ONCE
from vrp.ui.library.tag_editor import TagChip

Key = Qt.Key


def rows(desk: Desk) -> list[Recording]:
    found = [desk.window.model.recording(row) for row in range(desk.window.model.rowCount())]
    return [one for one in found if one is not None]


def one(desk: Desk, qtbot: QtBot, row: int = 0) -> OneDetails:
    """The details of this row, as soon as they are shown."""
    desk.window.library.table.selectRow(row)
    page = desk.window.details.one
    qtbot.waitUntil(lambda: page.isVisible() and page.recording == rows(desk)[row] and not desk.runner.running)
    return page


def several(desk: Desk, qtbot: QtBot, *places: int) -> None:
    table = desk.window.library.table
    table.clearSelection()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in places:
        table.selectionModel().select(desk.window.model.index(row, 0), flags)
    qtbot.waitUntil(desk.window.details.several.isVisible)


def chips(desk: Desk) -> list[str]:
    return [chip.tag for chip in desk.window.details.findChildren(TagChip) if chip.isVisible()]


def saved(desk: Desk) -> bool:
    return rows(desk)[0].notes == desk.window.details.one.notes.toPlainText() and not desk.runner.running


def heard(desk: Desk) -> list[str]:
    return [chip.accessibleName() for chip in desk.window.details.findChildren(TagChip) if chip.isVisible()]


def label(desk: Desk, name: str) -> str:
    found = desk.window.details.findChild(QLabel, name)
    assert found is not None
    return found.text().replace("\N{ZERO WIDTH SPACE}", "")


def add_tag(desk: Desk, qtbot: QtBot, tag: str) -> None:
    table = desk.window.library.table
    table.setFocus()
    qtbot.keySequence(table, QKeySequence("Ctrl+T"))
    field = desk.window.focusWidget()
    assert field.objectName() == names.TAG_FIELD
    QTest.keyClicks(field, tag)
    QTest.keyClick(field, Key.Key_Return)


def test_f9_shows_and_hides_them(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a"])
    assert room.window.details.isVisible()
    qtbot.keySequence(room.window, QKeySequence("F9"))
    assert not room.window.details.isVisible()
    qtbot.keySequence(room.window, QKeySequence("F9"))
    assert room.window.details.isVisible()


def test_the_title_is_changed_and_an_empty_one_is_not(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a"])
    page = one(room, qtbot)
    page.title.setFocus()
    page.title.selectAll()
    QTest.keyClicks(page.title, "better")
    QTest.keyClick(page.title, Key.Key_Return)
    qtbot.waitUntil(lambda: rows(room)[0].title == "better")
    page.title.selectAll()
    QTest.keyClick(page.title, Key.Key_Delete)
    QTest.keyClick(page.title, Key.Key_Return)
    assert page.title.text() == "better"


def test_tags_are_added_and_taken_off_by_keys_alone(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a"])
    one(room, qtbot)
    add_tag(room, qtbot, "thesis")
    qtbot.waitUntil(lambda: chips(room) == ["thesis"])
    add_tag(room, qtbot, "choir")
    qtbot.waitUntil(lambda: chips(room) == ["thesis", "choir"])
    assert rows(room)[0].tags == ("thesis", "choir")
    QTest.keyClick(room.window.focusWidget(), Key.Key_Backspace)  # to the last chip
    chip = room.window.focusWidget()
    assert isinstance(chip, TagChip)
    assert chip.accessibleName() == "Tag choir"
    QTest.keyClick(chip, Key.Key_Delete)
    qtbot.waitUntil(lambda: chips(room) == ["thesis"])
    qtbot.keySequence(room.window.library.table, QKeySequence("Ctrl+Z"))
    qtbot.waitUntil(lambda: chips(room) == ["thesis", "choir"])


def test_known_tags_complete_what_is_typed(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a", "b"])
    one(room, qtbot)
    add_tag(room, qtbot, "thesis")
    page = room.window.details.one
    completer = page.tags.field.completer()
    qtbot.waitUntil(lambda: completer.model().rowCount() == 1)
    completer.setCompletionPrefix("THE")
    assert completer.currentCompletion() == "thesis"


def test_notes_are_saved_when_the_focus_leaves(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a"])
    page = one(room, qtbot)
    page.notes.setFocus()
    QTest.keyClicks(page.notes, "ask her")
    assert rows(room)[0].notes == ""
    room.window.library.table.setFocus()
    qtbot.waitUntil(lambda: rows(room)[0].notes == "ask her")


def test_pauses_of_one_stay_are_one_step(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a"])
    page = one(room, qtbot)
    page.notes.setFocus()
    page._pause.setInterval(1)  # noqa: SLF001  # nobody waits for the pause of a person
    for words in ("one", " two", " three"):
        QTest.keyClicks(page.notes, words)
        qtbot.waitUntil(partial(saved, room))
    assert room.window.edits.stack.count() == 1
    room.window.edits.stack.undo()
    qtbot.waitUntil(lambda: rows(room)[0].notes == "")
    qtbot.waitUntil(lambda: page.notes.toPlainText() == "")


def test_undo_inside_the_notes_stays_in_the_field(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a"])
    room.window.edits.rename(rows(room)[0], "b")
    qtbot.waitUntil(lambda: rows(room)[0].title == "b" and not room.runner.running)
    page = one(room, qtbot)
    page.notes.setFocus()
    QTest.keyClicks(page.notes, "words")
    QTest.keySequence(page.notes, QKeySequence("Ctrl+Z"))
    assert page.notes.toPlainText() == ""
    assert rows(room)[0].title == "b"


def test_another_row_is_chosen_while_notes_are_typed(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a", "b"])
    page = one(room, qtbot)
    page.notes.setFocus()
    QTest.keyClicks(page.notes, "of a")
    room.window.library.table.selectRow(1)
    qtbot.waitUntil(lambda: [row.notes for row in rows(room)] == ["of a", ""])
    assert page.notes.toPlainText() == ""


def test_words_that_are_being_typed_are_not_replaced(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a"])
    page = one(room, qtbot)
    page.notes.setFocus()
    QTest.keyClicks(page.notes, "mine")
    room.window.edits.mark(rows(room), favourite=True)
    qtbot.waitUntil(page.star.isChecked)
    assert page.notes.toPlainText() == "mine"


def test_the_star_marks_it(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a"])
    page = one(room, qtbot)
    page.star.click()
    qtbot.waitUntil(lambda: rows(room)[0].favourite)
    assert room.window.edits.stack.undoText() == "Add “a” to Favourites"


def test_what_there_is_to_know_is_shown_and_copied(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a"])
    page, row = one(room, qtbot), rows(room)[0]
    assert label(room, names.DETAILS_PATH) == str(room.library.library.audio_path(row))
    assert row.checksum in label(room, names.DETAILS_CHECKSUM)
    assert label(room, names.DETAILS_CHECKED) == "Not checked yet"
    path, checksum, text = page.copy_menu.actions()
    path.trigger()
    assert QGuiApplication.clipboard().text() == str(room.library.library.audio_path(row))
    checksum.trigger()
    assert QGuiApplication.clipboard().text() == row.checksum
    text.trigger()
    qtbot.waitUntil(lambda: "Title: a\n" in QGuiApplication.clipboard().text())
    assert f"SHA-256: {row.checksum}" in QGuiApplication.clipboard().text()


def test_a_check_tells_what_it_found(desk: OpenDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    room = desk(["a"])
    page = one(room, qtbot)
    found = [Finding("VRP-2002", Severity.ERROR, Phrase("“a” is damaged."), 1)]
    monkeypatch.setattr(room.window.services.verification, "check", lambda *_: found, raising=False)
    button = page.findChild(QPushButton, names.DETAILS_CHECK)
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: label(room, names.DETAILS_CHECKED) == "“a” is damaged.")
    assert button.isEnabled()


def test_several_share_tags_and_take_a_new_one(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a", "b", "c"])
    several(room, qtbot, 0, 1)
    add_tag(room, qtbot, "uni")
    qtbot.waitUntil(lambda: [row.tags for row in rows(room)] == [("uni",), ("uni",), ()])
    several(room, qtbot, 1, 2)
    qtbot.waitUntil(lambda: heard(room) == ["Tag uni, of some of them"])
    add_tag(room, qtbot, "uni")
    qtbot.waitUntil(lambda: rows(room)[2].tags == ("uni",))
    room.window.edits.stack.undo()
    qtbot.waitUntil(lambda: [row.tags for row in rows(room)] == [("uni",), ("uni",), ()])


def test_a_pattern_gives_several_new_titles_in_one_step(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a", "b", "c"])
    several(room, qtbot, 0, 1, 2)
    page = room.window.details.several
    page.pattern.setFocus()
    QTest.keyClicks(page.pattern, "Lecture {number}, {title}")
    assert "Lecture 1, a" in page.preview.text()
    assert [row.title for row in rows(room)] == ["a", "b", "c"]
    QTest.keyClick(page.pattern, Key.Key_Return)
    qtbot.waitUntil(lambda: [row.title for row in rows(room)] == [f"Lecture {n}, {t}" for n, t in enumerate("abc", 1)])
    assert room.window.edits.stack.undoText() == "Rename 3 recordings"
    room.window.edits.stack.undo()
    qtbot.waitUntil(lambda: [row.title for row in rows(room)] == ["a", "b", "c"])


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("{name}", "There is no placeholder {name}"),
        ("{tag}", "The title of 2 recordings would be empty"),
        ("x" * 301, "The title of 2 recordings would be too long"),
    ],
)
def test_a_pattern_that_cannot_be_is_told_at_once(desk: OpenDesk, qtbot: QtBot, pattern: str, told: str) -> None:
    room = desk(["a", "b"])
    several(room, qtbot, 0, 1)
    page = room.window.details.several
    page.pattern.setText(pattern)
    assert page.fault.text() == told
    assert not page.apply.isEnabled()


def test_of_many_selected_the_first_titles_are_seen_at_once_and_all_are_looked_at_by_a_job(
    desk: OpenDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = desk(["a", "b"])
    several(room, qtbot, 0, 1)
    page = room.window.details.several
    asked: list[int] = []

    def new_titles(pattern: str, recordings: list[Recording], total: int = 0) -> list[NewTitle]:
        asked.append(len(recordings))
        return title_patterns.new_titles(pattern, recordings, total=total)

    monkeypatch.setattr(details_several, "new_titles", new_titles)
    many = [a_recording(number, title="x" * (200 if number > 4_998 else 1)) for number in range(1, 5_001)]
    page.show_recordings(many, 10_000)
    QTest.keyClicks(page.pattern, "{title} {title} {number}")
    assert set(asked) == {AT_ONCE}
    assert page.preview.text().splitlines()[0] == "\N{FIRST STRONG ISOLATE}x x 00001\N{POP DIRECTIONAL ISOLATE}"
    assert page.apply.isEnabled()
    qtbot.waitUntil(lambda: page.fault.text() == "The title of 2 recordings would be too long")
    assert not page.apply.isEnabled()
    page.pattern.setText("{number}")
    assert page.fault.isHidden()
    qtbot.waitUntil(lambda: not room.runner.running)
    assert page.apply.isEnabled()


def test_with_nothing_selected_the_view_is_summed_up(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a", "b"])
    room.window.library.table.clearSelection()
    qtbot.waitUntil(lambda: "2 recordings in this view" in room.window.details.summary.text())
    assert room.window.details.summary.isVisible()


def test_long_words_do_not_widen_the_pane(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["w" * 300, "b"])
    before = room.window.details.width()
    one(room, qtbot)
    add_tag(room, qtbot, "t" * 80)
    qtbot.waitUntil(lambda: chips(room) == ["t" * 80])
    assert room.window.details.width() == before
    assert room.window.details.one.width() <= before


def test_a_deleted_recording_is_looked_at_and_not_changed(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a"])
    room.window.edits.delete(rows(room))
    qtbot.waitUntil(lambda: rows(room) == [] and not room.runner.running)
    room.window.model.set_query(type(room.window.model.query)(trash=True))
    qtbot.waitUntil(lambda: len(rows(room)) == 1)
    page = one(room, qtbot)
    assert page.title.isReadOnly()
    assert page.notes.isReadOnly()
    assert not page.tags.isEnabled()


def test_found_words_are_marked_in_the_notes_and_shown(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["a"])
    notes = "one line\n" * 40 + "the Löwen roared 🦁 and the lowen slept\n" + "and more\n" * 40
    room.window.edits.write_notes(rows(room)[0], notes, 1)
    qtbot.waitUntil(lambda: rows(room)[0].notes == notes)
    page = one(room, qtbot)
    assert page.notes.extraSelections() == []
    room.window.library.search.setText("lowen")
    qtbot.waitUntil(lambda: len(page.notes.extraSelections()) == 2)
    assert [mark.cursor.selectedText() for mark in page.notes.extraSelections()] == ["Löwen", "lowen"]
    assert page.notes.firstVisibleBlock().blockNumber() in range(30, 41)  # it is in sight
    room.window.library.search.clear()
    qtbot.waitUntil(lambda: page.notes.extraSelections() == [])


@pytest.mark.parametrize(
    "title", ["A title that is far too long for its field " * 3, "عنوان طويل جدا لا يتسع له مكانه " * 4]
)
def test_a_long_title_ends_in_dots_until_somebody_writes_in_it(desk: OpenDesk, qtbot: QtBot, title: str) -> None:
    room = desk([title.strip()])
    field = one(room, qtbot).title
    assert field.shown().endswith("…")
    assert field.toolTip() == field.text() == title.strip()
    unfocused = field.grab().toImage()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert field.shown() == title.strip()
    assert field.grab().toImage() != unfocused


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_in_the_narrowest_window_nothing_of_the_details_is_cut(
    desk: OpenDesk, qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    room = desk(["a", "b"])
    room.window.setLayoutDirection(direction)
    room.window.resize(720, 480)
    room.window.show_details(True)  # in a narrow window they are there when they are asked for
    several(room, qtbot, 0, 1)
    room.window.details.several.pattern.setText("{title} {number}")
    qtbot.waitUntil(lambda: cut(room.window.details.several) == [])
    page = one(room, qtbot)
    qtbot.waitUntil(lambda: cut(page) == [])


def cut(page: QWidget) -> list[str]:
    """The parts that do not lie within the page, or have not the room that their text needs."""
    found = []
    for part in page.findChildren(QWidget):
        place = QRect(part.mapTo(page, QPoint(0, 0)), part.size())
        low = isinstance(part, QLabel) and part.height() < part.heightForWidth(part.width())
        narrow = isinstance(part, (QLabel, QPushButton)) and part.width() < _widest_word(part)
        if part.isVisible() and (low or narrow or not page.rect().contains(place)):
            found.append(f"{part.objectName()} {place} {low} {narrow}")
    return found


def _widest_word(part: QLabel | QPushButton) -> int:
    words = part.text().replace("\N{ZERO WIDTH SPACE}", " ").split()
    return max((part.fontMetrics().horizontalAdvance(word) for word in words), default=0)
