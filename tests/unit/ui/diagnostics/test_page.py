"""The diagnostics page in the real window, over a library of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QPlainTextEdit, QPushButton, QTableWidget, QToolButton, QWidget

from tests.support.isolation import LogWatch
from vrp.backend.domain.diagnostics import Action, Row, Section, SlowRow, State
from vrp.testing import ActionId, names
from vrp.testing.app import App
from vrp.ui.diagnostics.report import Report

OpenApp = Callable[..., App]


def test_a_section_is_marked_with_its_worst_state_and_how_many_there_are() -> None:
    late = SlowRow("Backups", tuple)
    report = Report(
        [
            Section("Audio", (Row("a", "1"), Row("b", "2", State.WARN), Row("c", "3", State.FAIL))),
            Section("Backups", (late,)),
        ]
    )

    assert (report.worst("Audio"), report.troubles("Audio")) == (State.FAIL, 2)
    assert report.worst("Backups") is State.OK

    report.fill("Backups", late, [Row("Newest", "yesterday", State.WARN), Row("Kept", "4")])

    assert [row.name for row in report.rows("Backups")] == ["Newest", "Kept"]
    assert report.due == []
    assert "[warning] Newest: yesterday" in report.text()


def sections(app: App) -> list[str]:
    found = app.find(names.DIAGNOSTICS_SECTIONS, QListWidget)
    return [found.item(place).text() for place in range(found.count())]


def rows(app: App) -> dict[str, str]:
    table = app.find(names.DIAGNOSTICS_ROWS, QTableWidget)
    cells = ((table.item(row, 0), table.item(row, 1)) for row in range(table.rowCount()))
    return {name.text(): value.text() if value else "" for name, value in cells if name is not None}


def choose(app: App, section: str) -> None:
    found = app.find(names.DIAGNOSTICS_SECTIONS, QListWidget)
    (item,) = (one for one in map(found.item, range(found.count())) if one.text().startswith(section))
    found.setCurrentItem(item)


def open_page(app: App) -> None:
    app.press("Ctrl+Shift+D")
    app.wait_for(lambda: bool(sections(app)))
    app.wait_for_jobs()


@pytest.fixture
def app(vrp_app: OpenApp) -> App:
    opened = vrp_app(recordings=3)
    open_page(opened)
    return opened


def test_the_page_opens_by_key_and_is_left_by_escape(app: App) -> None:
    page = app.find(names.DIAGNOSTICS, QWidget)
    app.wait_for(page.isVisible)
    assert app.window.record_bar.isVisible()
    assert {"About", "System", "Paths and space", "Library"} <= {one.split(" (")[0] for one in sections(app)}
    choose(app, "Library")
    assert rows(app)["Recordings"] == "3"

    QTest.keyClick(app.find(names.DIAGNOSTICS_SECTIONS), Qt.Key.Key_Escape)

    app.wait_for(lambda: not page.isVisible())
    assert app.window.library.isVisible()


def test_search_finds_rows_of_all_sections(app: App) -> None:
    app.press("Ctrl+F")
    app.type(names.DIAGNOSTICS_SEARCH, "recordings")

    app.wait_for(lambda: rows(app).get("Recordings") == "3")

    QTest.keyClick(app.find(names.DIAGNOSTICS_SEARCH, QLineEdit), Qt.Key.Key_Escape)
    assert "Recordings" not in rows(app)
    assert app.find(names.DIAGNOSTICS, QWidget).isVisible()


def test_all_of_it_and_the_line_for_the_telephone_can_be_copied(app: App) -> None:
    app.click(names.DIAGNOSTICS_LINE)
    line = QGuiApplication.clipboard().text()
    app.click(names.DIAGNOSTICS_COPY)
    text = QGuiApplication.clipboard().text()

    assert line.startswith("vrp ")
    assert "\n" not in line
    assert text.startswith(line)
    assert "Recordings: 3" in text
    assert "Recording 1" not in text  # no title


def test_a_path_is_copied_as_it_is(app: App) -> None:
    """Without the marks that keep its direction among Arabic words."""
    choose(app, "Paths and space")
    table = app.find(names.DIAGNOSTICS_ROWS, QTableWidget)
    table.setCurrentCell(0, 0)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == f"Library: {app.backend.paths.root}"
    QTest.keyClick(table, Qt.Key.Key_Return)
    field = table.findChild(QLineEdit)
    assert field is not None
    assert field.text() == str(app.backend.paths.root)


def test_a_button_of_a_row_does_what_it_says_and_the_rows_follow(app: App) -> None:
    choose(app, "Backups")
    app.click(names.DIAGNOSTICS_ACTION + Action.BACK_UP)
    app.wait_for(lambda: "Proven restorable" in app.message)
    app.click(names.DIAGNOSTICS_REFRESH)
    app.wait_for(lambda: "Last proven" in rows(app))

    app.click(names.DIAGNOSTICS_ACTION + Action.PROVE_BACKUP)

    app.wait_for(lambda: "restored on trial" in app.message)


def test_the_stacks_of_all_threads_can_be_seen(app: App) -> None:
    choose(app, "Threads")
    app.wait_for(lambda: "Event loop" in rows(app))
    app.click(names.DIAGNOSTICS_ACTION + Action.DUMP_STACKS)

    (text,) = app.dialogs.shown[0].findChildren(QPlainTextEdit)
    assert "most recent call first" in text.toPlainText()


def test_a_finding_has_a_badge_until_it_is_mended_or_ignored(vrp_app: OpenApp) -> None:
    app = vrp_app(recordings=2)
    audio = app.backend.library.audio_path(app.window.model.recording(0))  # type: ignore[arg-type]  # it has two rows
    away = audio.rename(audio.with_suffix(".away"))
    app.do(ActionId.HEALTH)
    badge = app.find(names.REPAIRS_BADGE, QToolButton)
    app.wait_for(badge.isVisible)
    assert badge.text() == "1 to look at"
    assert app.window.actions_[ActionId.HEALTH].text() == "Check &Health (1)"

    badge.click()
    app.wait_for(lambda: "VRP-2001" in rows(app))

    away.rename(audio)
    app.click(names.DIAGNOSTICS_ACTION + Action.CHECK_HEALTH)
    app.wait_for(lambda: not badge.isVisible())


def test_the_page_is_useful_when_the_database_is_gone(vrp_app: OpenApp, logged: LogWatch) -> None:
    app = vrp_app(recordings=1)
    app.backend.database.close()
    files = {file: file.read_bytes() for file in app.backend.paths.database_dir.rglob("library.db*")}
    for file in files:
        file.write_bytes(b"not a database")

    open_page(app)

    app.wait_for(lambda: any(one.startswith(("Health (", "Database (")) for one in sections(app)))
    choose(app, "System")
    assert len(rows(app)) > 3
    assert app.find(names.DIAGNOSTICS_BUNDLE, QPushButton).isEnabled()
    app.backend.database.close()
    for file, content in files.items():
        file.write_bytes(content)
    logged.expect("VRP-1204")
