"""Nothing that a person can read in the window is English by mistake: all of it is opened in nobody's language."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.pseudo import NO_LANGUAGE, spoken, untranslated
from vrp.app.trouble import closed_library
from vrp.backend import crashes
from vrp.backend.domain.diagnostics import SectionId
from vrp.backend.errors import LibraryDamaged
from vrp.backend.paths import LibraryPaths, settings_file
from vrp.backend.phrases import Phrase
from vrp.testing import ActionId, names
from vrp.testing.app import App
from vrp.testing.dialogs import ScriptedDialogs
from vrp.ui.diagnostics.report import Report
from vrp.ui.diagnostics.trouble_window import TroubleWindow

OpenApp = Callable[..., App]

NAMES: Final = NO_LANGUAGE | {"Interview", "Vorlesung", "broken"}  # titles and files of the test
# Rows of the diagnostics whose names or values are plain text, because they are the names of things.
THINGS: Final = {
    SectionId.ABOUT: "libraries and their versions",
    SectionId.SYSTEM: "what the system calls itself",
    SectionId.JOBS: "jobs, as the log calls them",
    SectionId.METRICS: "operations and statements of the database",
    SectionId.SETTINGS: "keys and values of the settings file",
    SectionId.THREADS: "threads, and places in the program",
    SectionId.DATABASE: "names of SQLite",
}
CONTENTS: Final = (names.LOG_TABLE, names.LOG_DETAIL, names.MANUAL_PAGE, names.MANUAL_CONTENTS)  # English on purpose


# What is English on purpose, because those who help read it.
FOR_SUPPORT: Final = {r"vrp \d[^\n]*", r"Voice Recorder Pro \d(.|\n)*"}
DIALOGS: Final = (
    ActionId.SETTINGS,
    ActionId.SHORTCUTS,
    ActionId.ABOUT,
    ActionId.REPORT_PROBLEM,
    ActionId.USER_MANUAL,
    ActionId.HISTORY,
    ActionId.RESTORE_BACKUP,
    ActionId.SUPPORT_BUNDLE,
)


@pytest.fixture(autouse=True)
def language(qapp: QApplication) -> Iterator[None]:
    with spoken(qapp):
        yield


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text of the questions that were asked."""
    found: list[str] = []

    def confirm(_self: object, _parent: QWidget, **told: object) -> bool:
        found.extend(text for text in told.values() if isinstance(text, str))
        return False

    monkeypatch.setattr(ScriptedDialogs, "confirm", confirm)
    return found


@pytest.fixture
def english() -> Iterator[set[str]]:
    """What was found; the test fails at its end for all of it."""
    found: set[str] = set()
    yield found
    assert not found, "\n".join(sorted(found))


def things(report: Report) -> set[str]:
    """Names and values of rows that are nobody's language; in any other section they would be found."""
    rows = [row for section in THINGS for row in report.rows(section)]
    return {rf"(?<!\w){re.escape(text)}(?!\w)" for row in rows for one in (row.name, row.value) for text in plain(one)}


def plain(text: object) -> Iterator[str]:
    """What is no phrase in it."""
    if isinstance(text, Phrase):
        for value in text.values.values():
            yield from plain(value)
    elif isinstance(text, str) and text:
        yield text


def test_the_library_and_its_states(vrp_app: OpenApp, asked: list[str], english: set[str]) -> None:
    app = vrp_app()
    english |= untranslated(app.window, NAMES)  # nothing recorded yet
    app.seed(["Interview", "Vorlesung"])
    changes: tuple[Callable[[], object], ...] = (
        lambda: app.window.library.table.selectRow(0),
        app.window.library.table.selectAll,
        lambda: app.do(ActionId.DELETE),
        lambda: app.do(ActionId.UNDO),
        app.window.library.table.selectAll,
        lambda: app.do(ActionId.DELETE),
        lambda: app.do(ActionId.SHOW_TRASH),
        app.window.library.table.selectAll,
        lambda: app.do(ActionId.PURGE),
        lambda: app.do(ActionId.RESTORE),
        lambda: app.do(ActionId.SHOW_LIBRARY),
        lambda: app.window.library.table.selectRow(0),
        lambda: app.do(ActionId.ERASE),
        lambda: app.type(names.SEARCH_FIELD, "Interview nobody"),
    )
    for change in changes:
        change()
        app.wait_for_jobs()
        english |= untranslated(app.window, NAMES | {"nobody"})
    assert asked
    english |= {text for text in asked if re.search("[A-Za-z]{3}", text)}


def test_every_dialog(vrp_app: OpenApp, english: set[str], tmp_path: Path) -> None:
    app = vrp_app(titles=["Interview", "Vorlesung"])
    app.do(ActionId.BACK_UP)
    app.wait_for_jobs()
    for action in DIALOGS:
        app.window.library.table.selectRow(0)
        app.do(action)
        app.wait_for_jobs()
        english |= untranslated(app.window, NAMES | FOR_SUPPORT, without=CONTENTS)
    kinds = {type(dialog).__name__ for dialog in app.dialogs.shown}
    assert kinds > {"SettingsWindow", "ReportDialog", "HistoryDialog", "RestoreDialog", "BundleDialog"}
    for dialog in app.dialogs.shown:
        english |= untranslated(dialog, NAMES | FOR_SUPPORT, without=CONTENTS)


def test_diagnostics_and_what_is_found(vrp_app: OpenApp, english: set[str], tmp_path: Path) -> None:
    """With a file that is gone, a setting that is wrong, a crash report and a file that cannot be imported."""
    app = vrp_app(titles=["Interview", "Vorlesung"])
    spoil(app, tmp_path)
    app.do(ActionId.LOG)
    app.do(ActionId.DIAGNOSTICS)
    page = app.window.diagnostics.page
    with app.qtbot.waitSignal(page.filled):
        pass
    data = NAMES | things(page.report)
    for section in page.report.sections:
        page.go(section)
        english |= untranslated(app.window, data, without=CONTENTS)
    app.type(names.DIAGNOSTICS_SEARCH, "VRP-2001")
    english |= untranslated(app.window, data, without=CONTENTS)
    for action in (ActionId.VERIFY, ActionId.HEALTH, ActionId.IMPORT_FILES, ActionId.SETTINGS):
        app.do(action)
        app.wait_for_jobs()
        english |= untranslated(app.window, data, without=CONTENTS)
        for button in app.window.messages.findChildren(QPushButton, f"{names.MESSAGE_ACTION}0"):
            button.click()
    for dialog in app.dialogs.shown:
        english |= untranslated(dialog, NAMES, without=CONTENTS)


def spoil(app: App, folder: Path) -> None:
    for file in list(app.backend.paths.audio.glob("*/*.wav"))[:1]:
        file.unlink()
    app.backend.store.forgiving = True  # as that of the window's own start
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text("[backup]\nkeep_daily = 0\n[logs]\nlevel = 7\n")
    reports = app.backend.paths.logs / crashes.FOLDER
    reports.mkdir(exist_ok=True)
    noon = "2026-11-24T12:00:00+00:00"
    told = {"what": crashes.CRASH, "started": noon, "ended": noon, "version": "1", "safe": False}
    (reports / "1.json").write_text(json.dumps(told))
    broken = folder / "broken.wav"
    broken.write_bytes(b"no sound")
    app.dialogs.files = [broken]


def test_the_window_of_a_start_that_failed(qtbot: QtBot, english: set[str], tmp_path: Path) -> None:
    fault = LibraryDamaged(path=tmp_path, reason=Phrase("its database cannot be read"))
    parts = closed_library(fault, LibraryPaths(tmp_path), ScriptedDialogs())
    window = TroubleWindow(fault, parts)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.page.filled):
        window.show()
    for section in window.page.report.sections:
        window.page.go(section)
        english |= untranslated(window, NAMES | things(window.page.report))
    parts.runner.shutdown()
