"""The tags of one or several recordings, to look at, to add with completion, and to take off, by keys alone too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCompleter, QLineEdit, QSizePolicy, QWidget

from vrp.backend.domain.rules import RecordingBusinessRules as Rules
from vrp.ui import names
from vrp.ui.icons import pixmap
from vrp.ui.library.chips import GAP, HEIGHT, PADDING, is_dark, tag_colours
from vrp.ui.library.flow_layout import FlowLayout
from vrp.ui.theme import colours

_CROSS: Final = 12
_WIDEST: Final = 220
_REMOVE: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class TagChip(QAbstractButton):
    """One tag. A press on its cross, Delete or Backspace takes it off; a press on its name shows all that have it."""

    removed = Signal(str)
    opened = Signal(str)

    def __init__(self, tag: str, parent: QWidget, *, partly: bool = False) -> None:
        super().__init__(parent)
        self.tag = tag
        self._partly = partly
        self.setObjectName(f"{names.TAG_CHIP}{tag}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            self.tr("Tag {tag}, of some of them").format(tag=tag) if partly else self.tr("Tag {tag}").format(tag=tag)
        )
        self.setAccessibleDescription(self.tr("Delete takes it off"))
        self.setToolTip(tag)
        self.clicked.connect(lambda: self.opened.emit(self.tag))

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(self.tag)
        return QSize(
            min(_WIDEST, text + 2 * PADDING + _CROSS + GAP + 2), max(HEIGHT + 2, self.fontMetrics().height() + 6)
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 60), self.sizeHint().height())

    def _cross(self) -> QRect:
        left = PADDING - 2 if self.isRightToLeft() else self.width() - PADDING - _CROSS + 2
        return QRect(QPoint(left, (self.height() - _CROSS) // 2), QSize(_CROSS, _CROSS))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._cross().adjusted(-4, -6, 6, 6).contains(event.position().toPoint()):
            self.setDown(False)
            self.removed.emit(self.tag)
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _REMOVE:
            self.removed.emit(self.tag)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            background, text = tag_colours(self.tag, dark=is_dark())
            area = self.rect().adjusted(1, 1, -1, -1)
            pen = QPen(text, 1, Qt.PenStyle.DashLine) if self._partly else QPen(background, 1)
            painter.setPen(QPen(colours().of("accent"), 2) if self.hasFocus() else pen)
            painter.setBrush(Qt.BrushStyle.NoBrush if self._partly else background)
            painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
            words = self.rect().adjusted(PADDING, 0, -PADDING - _CROSS - GAP, 0)
            if self.isRightToLeft():
                words = self.rect().adjusted(PADDING + _CROSS + GAP, 0, -PADDING, 0)
            painter.setPen(colours().of("text") if self._partly else text)
            shown = self.fontMetrics().elidedText(self.tag, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
            cross = colours().text if self._partly else text.name()
            painter.drawPixmap(self._cross(), pixmap("close", cross, _CROSS, self.devicePixelRatioF()))


class TagField(QLineEdit):
    """A new tag; Backspace at its beginning goes to the chip before."""

    back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.back.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class TagEditor(QWidget):
    """Chips and a field behind them. It asks; whoever owns it changes the tags and shows them again."""

    added = Signal(str)
    removed = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(names.TAG_EDITOR)
        self._chips: list[TagChip] = []
        self._shown: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._known = QStringListModel(self)
        self.field = self._field()
        self._flow = FlowLayout(self, GAP)
        self._flow.addWidget(self.field)

    def _field(self) -> TagField:
        field = TagField(self)
        field.setObjectName(names.TAG_FIELD)
        field.setAccessibleName(self.tr("Add a tag"))
        field.setPlaceholderText(self.tr("Add a tag"))
        field.setMaxLength(Rules.MAX_TAG_CHARACTERS)
        field.setMinimumWidth(96)
        completer = QCompleter(self._known, field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._on_chosen, Qt.ConnectionType.QueuedConnection)  # the field is filled first
        field.setCompleter(completer)
        field.returnPressed.connect(self._add)
        field.textEdited.connect(self._on_typed)
        field.back.connect(self._to_last_chip)
        return field

    def show_tags(self, tags: Sequence[str], partly: Sequence[str] = ()) -> None:
        """``partly``: those that only some of the selected recordings have."""
        wanted = (tuple(tags), tuple(partly))
        if wanted == self._shown:
            return
        had_focus = next((place for place, one in enumerate(self._chips) if one.hasFocus()), None)
        self._shown = wanted
        for old in self._chips:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._chips = [self._chip(tag, partly=tag in partly) for tag in (*tags, *partly)]
        for place, chip in enumerate(self._chips):
            self._flow.insert(place, chip)
            chip.show()
        self._set_tab_order()
        if had_focus is not None:
            (self._chips[min(had_focus, len(self._chips) - 1)] if self._chips else self.field).setFocus()
        self.updateGeometry()

    def show_known(self, tags: Iterable[str]) -> None:
        """The tags of the library, for the completion."""
        self._known.setStringList(list(tags))

    def _chip(self, tag: str, *, partly: bool) -> TagChip:
        chip = TagChip(tag, self, partly=partly)
        chip.removed.connect(self.removed)
        chip.opened.connect(self.opened)
        return chip

    def _set_tab_order(self) -> None:
        for one, other in zip(self._chips, [*self._chips[1:], self.field], strict=False):
            QWidget.setTabOrder(one, other)

    def _on_chosen(self, _text: str) -> None:
        self._add()

    def _on_typed(self, text: str) -> None:
        if text.endswith(","):  # as many are used to from elsewhere
            self.field.setText(text[:-1])
            self._add()

    def _add(self) -> None:
        tag = self.field.text().strip()
        self.field.clear()
        if tag and not any(tag.casefold() == one.casefold() for one in self._shown[0]):
            self.added.emit(tag)

    def _to_last_chip(self) -> None:
        if self._chips:
            self._chips[-1].setFocus(Qt.FocusReason.BacktabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for chip in self._chips:
                chip.update()
