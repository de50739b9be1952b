from __future__ import annotations

import logging
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton, QSpinBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.domain.takes import CaptureFormat, Preset
from vrp.ui import names
from vrp.ui.actions import ActionId
from vrp.ui.settings.table import Category
from vrp.ui.settings.window import SettingsWindow
from vrp.ui.theme import Scheme

Widget = TypeVar("Widget", bound=QWidget)


def _open(room: Desk) -> SettingsWindow:
    room.window.actions_[ActionId.SETTINGS].trigger()
    window = room.dialogs.shown[-1]
    assert isinstance(window, SettingsWindow)
    window.show()
    return window


def _part(window: QWidget, kind: type[Widget], name: str) -> Widget:
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def _choose(window: SettingsWindow, key: str, place: int) -> None:
    _part(window, QComboBox, f"{names.SETTINGS_CONTROL}.{key}").activated.emit(place)


def _told(window: SettingsWindow, key: str) -> str:
    row = _part(window, QWidget, f"{names.SETTINGS_ROW}.{key}")
    return " ".join(label.text() for label in row.findChildren(QLabel))


def _rows(window: SettingsWindow) -> set[str]:
    return {
        row.row.key
        for section in window.sections.values()
        for row in getattr(section, "rows", ())
        if row.isVisibleTo(window)
    }


def _file(room: Desk) -> Path:
    return room.window.services.settings.path


def test_a_choice_holds_and_is_written_at_once(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk([])
    window = _open(room)
    assert "Default." in _told(window, "appearance.scheme")
    _choose(window, "appearance.scheme", 2)
    qtbot.waitUntil(lambda: room.window.theme.effective is Scheme.DARK)
    assert 'scheme = "dark"' in _file(room).read_text()
    assert room.window.actions_[ActionId.SCHEME_DARK].isChecked()
    qtbot.waitUntil(lambda: "From the settings file." in _told(window, "appearance.scheme"))


def test_each_part_hears_of_its_settings(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk([])
    live, services = room.window.live, room.window.services
    live.set({"audio.preset": "music", "imports.max_file_mb": 7, "backup.keep_daily": 2, "playback.volume": 0.25})
    qtbot.waitUntil(lambda: room.recorder.configured[-1][0] == CaptureFormat(48_000, 2, 24))
    assert services.importing.max_file_mb == 7
    assert services.backup.policy.daily == 2
    assert room.window.record_bar.preset.currentData() == Preset.MUSIC
    assert room.window.player_bar.volume.value() == 25


def test_what_is_logged_changes_at_once(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk([])
    room.window.live.set({"logs.level": "error", "logs.slow_query_ms": 1})
    database = room.library.database
    qtbot.waitUntil(lambda: database.slow_ms == 1)
    assert logging.getLogger().level == logging.ERROR
    room.window.live.set({"logs.level": "debug", "logs.slow_query_ms": None})
    qtbot.waitUntil(lambda: database.slow_ms == 100)
    assert logging.getLogger().level == logging.DEBUG
    window = _open(room)
    assert "next start" not in _told(window, "logs.level") + _told(window, "logs.slow_query_ms")
    assert "next start" in _told(window, "logs.files")
    assert "next start" in _told(window, "appearance.language")


def test_a_number_is_taken_when_the_person_rests(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk([])
    window = _open(room)
    box = _part(window, QSpinBox, f"{names.SETTINGS_CONTROL}.imports.max_file_mb")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "1024")
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.window.services.settings.load().imports.max_file_mb == 1024)


def test_a_preset_makes_single_numbers_give_way(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk([])
    room.window.live.set({"audio.sample_rate": 8000})
    window = _open(room)
    _choose(window, "audio.preset", 1)
    qtbot.waitUntil(lambda: room.window.services.settings.load().audio.preset is Preset.INTERVIEW)
    assert room.window.services.settings.load().audio.capture_format() == CaptureFormat(48_000, 2, 16)


def test_a_setting_from_the_environment_is_locked_and_names_its_variable(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VRP_IMPORTS__MAX_FILE_MB", "7")
    window = _open(desk([]))
    box = _part(window, QSpinBox, f"{names.SETTINGS_CONTROL}.imports.max_file_mb")
    assert not box.isEnabled()
    assert box.value() == 7
    assert "Set by VRP_IMPORTS__MAX_FILE_MB in the environment." in _told(window, "imports.max_file_mb")


def test_search_finds_rows_in_every_category_and_clearing_it_goes_back(desk: OpenDesk) -> None:
    window = _open(desk([]))
    before = _rows(window)
    search = _part(window, QLineEdit, names.SETTINGS_SEARCH)
    QTest.keyClicks(search, "folder")
    assert {"storage.folder", "backup.folder"} <= _rows(window)
    assert "audio.bits" not in _rows(window)
    search.setText("nothing is called so")
    assert _rows(window) == set()
    search.clear()
    assert _rows(window) == before


def test_choosing_a_category_shows_its_rows_only(desk: OpenDesk) -> None:
    window = _open(desk([]))
    categories = _part(window, QListWidget, names.SETTINGS_CATEGORIES)
    categories.setCurrentRow(list(Category).index(Category.PLAYBACK))
    assert _rows(window) == {"playback.device", "playback.volume"}


def test_a_section_and_a_single_setting_are_reset(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk([])
    room.window.live.set({"backup.keep_daily": 3, "backup.keep_weekly": 3, "imports.max_file_mb": 9})
    qtbot.waitUntil(lambda: not room.window.live.is_busy)
    window = _open(room)
    _part(window, QToolButton, f"{names.SETTINGS_RESET}.imports.max_file_mb").click()
    qtbot.waitUntil(lambda: room.window.services.settings.load().imports.max_file_mb == 500)
    button = _part(window, QPushButton, f"{names.SETTINGS_RESET_SECTION}.backups")
    qtbot.waitUntil(button.isEnabled)
    button.click()
    qtbot.waitUntil(lambda: room.window.services.settings.load().backup.keep_daily == 7)
    qtbot.waitUntil(lambda: not button.isEnabled())


def test_a_wrong_value_in_the_file_is_named_and_can_be_reset(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk([], settings="[logs]\nlevel = 'loud'\nfavourite = 1\n")
    window = _open(room)
    assert "In the file stands 'loud'" in _told(window, "logs.level")
    note = " ".join(label.text() for label in window.sections[Category.DIAGNOSTICS].findChildren(QLabel))
    assert "kept in the file: logs.favourite" in note
    _part(window, QToolButton, f"{names.SETTINGS_RESET}.logs.level").click()
    qtbot.waitUntil(lambda: "Default." in _told(window, "logs.level"))
    assert "favourite = 1" in _file(room).read_text()


def test_a_change_made_in_the_file_is_taken_up(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk([])
    room.window.live.set({"imports.max_file_mb": 9})
    window = _open(room)
    box = _part(window, QSpinBox, f"{names.SETTINGS_CONTROL}.imports.max_file_mb")
    qtbot.waitUntil(lambda: box.value() == 9)
    beside = _file(room).with_suffix(".new")
    beside.write_text("# by hand\n[imports]\nmax_file_mb = 11\n")
    beside.replace(_file(room))
    qtbot.waitUntil(lambda: box.value() == 11)
    room.window.live.set({"backup.keep_daily": 3})
    qtbot.waitUntil(lambda: not room.window.live.is_busy)
    assert "# by hand" in _file(room).read_text()


def test_a_file_that_is_spoiled_meanwhile_locks_the_window_and_says_why(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk([])
    room.window.live.set({"imports.max_file_mb": 9})
    window = _open(room)
    notice = _part(window, QLabel, names.SETTINGS_NOTICE)
    qtbot.waitUntil(lambda: not room.window.live.is_busy)
    _file(room).write_text("[imports\n")
    qtbot.waitUntil(notice.isVisible)
    assert "cannot be read" in notice.text()
    assert not _part(window, QSpinBox, f"{names.SETTINGS_CONTROL}.imports.max_file_mb").isEnabled()


def test_every_control_has_a_name_and_is_reached_by_tab(desk: OpenDesk) -> None:
    window = _open(desk([]))
    for section in window.sections.values():
        for row in getattr(section, "rows", ()):
            target = row.control.focusProxy() or row.control
            assert target.accessibleName() or target.text(), row.row.key
            assert target.focusPolicy() & Qt.FocusPolicy.TabFocus, row.row.key
