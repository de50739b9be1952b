from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from tests.unit.ui.conftest import OpenDesk
from vrp.backend.domain.takes import RecorderState
from vrp.ui.actions import ActionId
from vrp.ui.frame.window_state import SMALLEST, WindowState, bring_back
from vrp.ui.library.columns import Column


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setMinimumSize(SMALLEST)
    return window


def splitter(window: QMainWindow) -> QSplitter:
    result = QSplitter(window)
    result.addWidget(QWidget(result))
    result.addWidget(QWidget(result))
    window.setCentralWidget(result)
    return result


def can_be_reached(window: QMainWindow) -> bool:
    top = QRect(window.geometry().topLeft(), QPoint(window.geometry().right(), window.geometry().top() + 40))
    return any(screen.availableGeometry().intersects(top) for screen in QGuiApplication.screens())


def test_the_window_comes_back_where_it_was(window: QMainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    parts = splitter(window)
    window.setGeometry(10, 60, 740, 500)
    parts.setSizes([200, 540])
    WindowState(tmp_path / "window.ini").save(window, parts)
    other = QMainWindow()
    qtbot.addWidget(other)
    others = splitter(other)
    WindowState(tmp_path / "window.ini").restore(other, others)
    assert other.geometry() == window.geometry()
    assert others.sizes() == parts.sizes()


def test_a_window_whose_screen_is_gone_comes_back_on_one_that_is_there(
    window: QMainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.setGeometry(9000, -7000, 900, 600)
    state = WindowState(tmp_path / "window.ini")
    state.save(window, splitter(window))
    other = QMainWindow()
    qtbot.addWidget(other)
    state.restore(other, splitter(other))
    assert can_be_reached(other)
    window.move(QPoint(-5000, 4000))
    bring_back(window)
    assert can_be_reached(window)
    assert window.width() >= SMALLEST.width()


def test_a_state_that_says_nothing_sensible_is_as_none(window: QMainWindow, tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text("[General]\ngeometry=@ByteArray(nonsense)\nsplitter2=7\n")
    WindowState(tmp_path / "window.ini").restore(window, splitter(window))
    assert can_be_reached(window)
    assert window.height() >= SMALLEST.height()


def test_in_the_smallest_window_everything_has_its_room(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["Interview", "Lecture"])
    window = room.window
    room.recorder.become(RecorderState.READY)
    window.library.table.selectRow(0)
    window.resize(SMALLEST)
    qtbot.waitUntil(lambda: not window.details.isVisible())
    for part in (window.record_bar, window.library, window.player_bar, window.statusBar()):
        assert part.width() >= part.minimumSizeHint().width(), part.objectName()
    wanted, head = (Column.FAVOURITE, Column.TITLE, Column.RECORDED, Column.LENGTH), window.library.table.head
    qtbot.waitUntil(lambda: not any(head.isSectionHidden(column) for column in wanted))
    room.recorder.record()
    assert window.record_bar.room.isVisible()
    assert window.record_bar.pause.isVisible()
    qtbot.waitUntil(lambda: window.record_bar.width() >= window.record_bar.minimumSizeHint().width())


def test_the_details_come_back_with_the_width_unless_they_were_closed(desk: OpenDesk, qtbot: QtBot) -> None:
    window = desk(["Interview"]).window
    details, action = window.details, window.actions_[ActionId.DETAILS]
    window.resize(SMALLEST)
    qtbot.waitUntil(lambda: not details.isVisible())
    assert not action.isChecked()
    action.trigger()
    assert details.isVisible()
    window.resize(1100, 720)
    qtbot.waitUntil(details.isVisible)
    action.trigger()
    window.resize(SMALLEST)
    window.resize(1100, 720)
    QApplication.processEvents()
    assert not details.isVisible()


def test_an_empty_library_fits_into_the_smallest_window_too(desk: OpenDesk, qtbot: QtBot) -> None:
    window = desk([]).window
    window.resize(SMALLEST)
    qtbot.waitUntil(lambda: window.height() >= window.minimumSizeHint().height())
    assert window.library.empty.height() >= window.library.empty.minimumSizeHint().height()
