"""What is drawn is measured: text at 4.5 : 1 (7 : 1 in high contrast), what is no text at 3 : 1, in every scheme."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QSlider,
    QStyle,
    QStyleOptionButton,
    QStyleOptionSlider,
    QTextEdit,
    QToolButton,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.unit.ui.conftest import Desk, OpenDesk
from tests.unit.ui.test_accessibility import controls, dialogs, room, tab_round
from vrp.ui import names
from vrp.ui.actions import ActionId
from vrp.ui.library.columns import Column
from vrp.ui.message_bar import Message, Severity
from vrp.ui.settings.table import Category
from vrp.ui.settings.window import SettingsWindow
from vrp.ui.sound.ballistics import HOT, LOUD, Ballistics, Reading
from vrp.ui.sound.level_meter import LevelMeter
from vrp.ui.sound.waveform import Waveform
from vrp.ui.theme import LARGE, Scheme, Theme

__all__ = ["room"]
Pixels = NDArray[np.float64]
_WITH_TEXT = (QLabel, QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit)


@pytest.fixture(params=[Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST], ids=str)
def scheme(theme: Theme, request: pytest.FixtureRequest) -> Iterator[Scheme]:
    theme.choose(request.param)
    yield request.param
    theme.choose(Scheme.LIGHT)


def least(scheme: Scheme, *, large: bool = False) -> float:
    """What text needs."""
    return 7.0 if scheme is Scheme.CONTRAST else 3.0 if large else 4.5


def pixels(image: QImage) -> NDArray[np.uint8]:
    """Height × width × RGB."""
    picture = image.convertToFormat(QImage.Format.Format_RGB888)
    bits = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return bits[:, : picture.width() * 3].reshape(picture.height(), picture.width(), 3).copy()


def luminance(colours: NDArray[np.uint8]) -> Pixels:
    parts = colours / 255.0
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def ratio(one: Pixels, other: Pixels | float) -> Pixels:
    return np.asarray((np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05))


def seen(widget: QWidget) -> QImage:
    """It and what lies under it."""
    window = widget.window()
    return window.grab(QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())).toImage()


def contrast(drawn: QWidget | QImage, part: QRect | None = None) -> float:
    """Of the ground, which is the colour there is most of, with what stands out of it most."""
    image = seen(drawn) if isinstance(drawn, QWidget) else drawn
    colours = pixels(image if part is None else image.copy(part)).reshape(-1, 3)
    kinds, counts = np.unique(colours, axis=0, return_counts=True)
    light = luminance(kinds)
    return float(ratio(light, light[int(np.argmax(counts))]).max())


def is_large(widget: QWidget) -> bool:
    return widget.font().weight() >= 600 or widget.font().pointSizeF() > 13


def faint_texts(root: QWidget, scheme: Scheme) -> list[str]:
    found = []
    for one in root.findChildren(QWidget):
        if not (isinstance(one, _WITH_TEXT) and one.isVisible() and one.isEnabled()) or one.visibleRegion().isEmpty():
            continue
        text = getattr(one, "text", getattr(one, "currentText", getattr(one, "toPlainText", str)))()
        if not text.strip():
            continue
        measured = contrast(one)
        if measured < least(scheme, large=is_large(one)):
            found.append(f"{type(one).__name__} {one.objectName()} “{text[:40]}” {measured:.1f}")
    return found


def test_texts_of_the_window_can_be_read(room: Desk, scheme: Scheme) -> None:
    assert not faint_texts(room.window, scheme)


def test_texts_of_the_dialogs_can_be_read(room: Desk, scheme: Scheme) -> None:
    for dialog in dialogs(room):
        if isinstance(dialog, SettingsWindow):
            for category in Category:
                dialog.go(category)
                assert not faint_texts(dialog, scheme), category
        assert not faint_texts(dialog, scheme), dialog.windowTitle()


def test_the_cells_of_the_table_can_be_read_selected_or_not(room: Desk, scheme: Scheme, qtbot: QtBot) -> None:
    window, table = room.window, room.window.library.table
    one = room.window.model.recording(0)
    assert one is not None
    window.edits.mark([one], favourite=True)
    window.edits.add_tag([one], "thesis")
    qtbot.waitUntil(lambda: window.model.index(0, Column.TAGS).data() == "thesis" and not room.runner.running)
    window.show_details(False)
    window.resize(1500, 700)
    table.selectRow(0)
    for playing in (None, one.id):
        table.show_playing(playing)
        picture = table.viewport().grab().toImage()
        for row in (0, 1):
            for column in Column:
                rect = table.visualRect(window.model.index(row, column))
                if table.isColumnHidden(column) or not window.model.index(row, column).data():
                    continue
                if column is Column.FAVOURITE and row == 1:
                    continue  # a star is drawn where there is one, or under the pointer
                needed = 3.0 if column is Column.FAVOURITE else least(scheme)
                assert contrast(picture, rect.adjusted(4, 4, -4, -4)) >= needed, (row, column.name, playing)


def test_places_and_columns_can_be_read(room: Desk, scheme: Scheme) -> None:
    sidebar, head = room.window.sidebar, room.window.library.table.head
    picture = sidebar.viewport().grab().toImage()
    for item in sidebar.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive):
        rect = sidebar.visualItemRect(item)
        if not rect.isEmpty():
            assert contrast(picture, rect.adjusted(4, 4, -4, -4)) >= least(scheme), item.text(0)
    picture = head.viewport().grab().toImage()
    for column in Column:
        if not head.isSectionHidden(column):
            rect = QRect(head.sectionViewportPosition(column), 4, head.sectionSize(column), head.height() - 8)
            needed = 3.0 if column is Column.FAVOURITE else least(scheme)
            assert contrast(picture, rect) >= needed, column.name


def placeholders(root: QWidget) -> Iterator[QLineEdit | QPlainTextEdit]:
    for one in root.findChildren(QWidget):
        if isinstance(one, QLineEdit | QPlainTextEdit) and one.isVisible() and one.isEnabled():
            empty = not (one.text() if isinstance(one, QLineEdit) else one.toPlainText())
            if empty and one.placeholderText():
                yield one


def test_placeholders_can_be_read(room: Desk, scheme: Scheme) -> None:
    found = 0
    for root in (room.window, *dialogs(room)):
        for field in placeholders(root):
            found += 1
            field.clearFocus()
            with_words = pixels(field.grab().toImage())
            words = field.placeholderText()
            field.setPlaceholderText("")
            without = pixels(field.grab().toImage())
            field.setPlaceholderText(words)
            where = (with_words != without).any(axis=2)
            assert ratio(luminance(with_words[where]), luminance(without[where])).max() >= least(scheme), words
    assert found >= 4


# --- what is no text ---


def changed_by_focus(one: QWidget) -> float:
    """By how much it changes what it changes most."""
    area, around = one.parentWidget() or one, one.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(one)
    one.setFocus(Qt.FocusReason.TabFocusReason)
    with_focus = pixels(seen(area))
    one.clearFocus()
    without = pixels(seen(area))
    where = (with_focus != without).any(axis=2)
    return float(ratio(luminance(with_focus[where]), luminance(without[where])).max()) if where.any() else 1.0


def test_the_focus_is_seen_on_every_control(room: Desk, scheme: Scheme) -> None:
    changes = {f"{type(one).__name__} {one.objectName()}": changed_by_focus(one) for one in tab_round(room)}
    assert {name: change for name, change in changes.items() if change < 3.0} == {}


def test_the_focus_is_seen_on_every_control_of_the_dialogs(room: Desk, scheme: Scheme, qtbot: QtBot) -> None:
    for dialog in dialogs(room):
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        for one in controls(dialog):
            change = changed_by_focus(one)
            assert change >= 3.0, (dialog.windowTitle(), type(one).__name__, one.objectName())


def test_the_focus_is_seen_on_the_button_that_matters_most(desk: OpenDesk, scheme: Scheme) -> None:
    room = desk([])
    room.recorder.start()
    room.window.activateWindow()
    for button in (room.window.library.empty.record, room.window.library.empty.button):
        assert changed_by_focus(button) >= 3.0


@pytest.mark.usefixtures("scheme")
def test_each_zone_of_the_meter_is_told_from_its_scale(qtbot: QtBot) -> None:
    meter = LevelMeter(Ballistics())
    qtbot.addWidget(meter)
    meter.resize(400, 32)
    meter.show()
    scale = meter.scale()
    places = [round(meter._x(scale, (one + other) / 2)) for one, other in ((-60.0, LOUD), (LOUD, HOT), (HOT, 0.0))]  # noqa: SLF001
    empty = pixels(meter.grab().toImage())
    meter.show_reading(Reading(bar=0.0, peak=-60.0, clipped=True))
    full = pixels(meter.grab().toImage())
    row = round(scale.center().y())
    latch = meter.width() - 5
    for x in (*places, latch):
        assert ratio(luminance(full[row, x]), luminance(empty[row, x])) >= 3.0, x


def test_the_border_of_a_check_box_is_seen(room: Desk, scheme: Scheme) -> None:
    found = 0
    for dialog in dialogs(room):
        if not isinstance(dialog, SettingsWindow):
            continue
        for category in Category:
            dialog.go(category)
            for box in dialog.findChildren(QCheckBox):
                if not box.isVisible():
                    continue
                option = QStyleOptionButton()
                box.initStyleOption(option)
                place = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box)
                for checked in (False, True):
                    found += 1
                    box.setChecked(checked)
                    assert contrast(box, place.adjusted(-3, -3, 3, 3)) >= 3.0, (box.text(), checked)
    assert found >= 4


def test_the_border_of_a_check_box_in_a_list_is_seen(room: Desk, scheme: Scheme, qtbot: QtBot) -> None:
    room.window.actions_[ActionId.SUPPORT_BUNDLE].trigger()
    qtbot.waitUntil(lambda: bool(room.dialogs.shown))
    dialog = room.dialogs.shown[-1]
    dialog.show()
    tree = dialog.findChild(QTreeWidget)
    assert tree is not None
    row = tree.topLevelItem(1)
    assert row is not None
    box = tree.visualItemRect(row)
    box.setWidth(20)
    for state in (Qt.CheckState.Unchecked, Qt.CheckState.Checked):
        row.setCheckState(0, state)
        assert contrast(tree.viewport().grab().toImage(), box) >= 3.0, state


def pages(room: Desk) -> Iterator[QWidget]:
    """The window, and each dialog with each of its pages."""
    yield room.window
    for dialog in dialogs(room):
        if isinstance(dialog, SettingsWindow):
            for category in Category:
                dialog.go(category)
                yield dialog
        else:
            yield dialog


_BOUNDED = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox)
# The title of the details is a heading until it is pointed at; the editors of a spin box and of a list lie in a border.
_BARE = (names.DETAILS_TITLE, "qt_spinbox_lineedit")


def edge_contrast(field: QWidget) -> float:
    """Of the line at its left, half way down, with what lies on either side of it: the lesser of the two."""
    window = field.window()
    at = field.mapTo(window, QPoint(0, field.height() // 2))
    row = luminance(pixels(window.grab(QRect(at - QPoint(3, 0), QSize(12, 1))).toImage()))[0]
    outside, inside, line = row[0], row[-1], row[3:7]
    return float(np.minimum(ratio(line, outside), ratio(line, inside)).max())


def test_the_border_of_a_field_is_seen(room: Desk, scheme: Scheme) -> None:
    found = 0
    for page in pages(room):
        for field in page.findChildren(QWidget):
            bounded = isinstance(field, _BOUNDED) and field.isVisible() and field.isEnabled()
            if not bounded or field.objectName() in _BARE or field.visibleRegion().isEmpty():
                continue
            found += 1
            field.clearFocus()
            assert edge_contrast(field) >= 3.0, (page.windowTitle(), type(field).__name__, field.objectName())
    assert found >= 15


def test_the_handle_of_a_scroll_bar_is_seen(room: Desk, scheme: Scheme) -> None:
    room.window.resize(room.window.minimumSize())
    found = 0
    for bar in (bar for page in pages(room) for bar in page.findChildren(QScrollBar)):
        if not bar.isVisible() or bar.maximum() == bar.minimum():
            continue
        found += 1
        option = QStyleOptionSlider()
        bar.initStyleOption(option)
        handle = bar.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, bar
        )
        picture = luminance(pixels(seen(bar)))
        middle = picture[handle.center().y(), handle.center().x()]
        assert ratio(middle, picture[0, 0]) >= 3.0, bar.parentWidget()
    assert found >= 2


def test_how_far_a_slider_goes_is_seen(room: Desk, scheme: Scheme) -> None:
    found = 0
    for slider in (one for page in pages(room) for one in page.findChildren(QSlider)):
        if not slider.isVisible() or not slider.isEnabled() or isinstance(slider, Waveform):
            continue
        found += 1
        slider.clearFocus()
        picture = luminance(pixels(seen(slider)))
        along = picture[slider.height() // 2]
        ground = picture[0, 0]
        assert (ratio(along[8:-8], ground) >= 3.0).all(), slider.accessibleName()
    assert found >= 2


def test_icons_are_seen(room: Desk, scheme: Scheme) -> None:
    for button in room.window.findChildren(QToolButton):
        if button.isVisible() and button.isEnabled() and not button.icon().isNull():
            button.clearFocus()
            assert contrast(button) >= 3.0, button.objectName() or button.accessibleName()


def test_the_sign_of_a_message_is_seen(room: Desk, scheme: Scheme) -> None:
    bar = room.window.messages
    for severity in Severity:
        bar.post(Message(severity.name, severity, ""))
        sign = next(one for one in bar.findChildren(QLabel) if not one.pixmap().isNull())
        picture = bar.grab().toImage()
        assert contrast(picture, QRect(sign.mapTo(bar, QPoint(0, 0)), sign.size())) >= 3.0, severity
        bar.clear(severity.name)


def test_the_picture_of_an_empty_place_is_seen(desk: OpenDesk, scheme: Scheme) -> None:
    empty = desk([]).window.library.empty
    (picture,) = (one for one in empty.findChildren(QLabel) if not one.pixmap().isNull())
    assert contrast(picture) >= 3.0
    title = empty.findChild(QLabel, names.EMPTY_TITLE)
    assert title is not None
    assert title.font().pointSizeF() >= empty.font().pointSizeF() * LARGE - 0.1
    assert contrast(title) >= least(scheme)
