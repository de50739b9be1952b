"""The controls of the settings, one class for each kind of value.

Each has `show_value`, and ``chosen``, which carries the new value when a person has changed it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from vrp.ui.settings.table import Choice, Number, Switch, Text, translated
from vrp.ui.theme import GRID

_TYPING_MS: Final = 500  # a number or a text is taken when the person rests
WIDTH: Final = 50 * GRID


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)


class ChoiceBox(QComboBox):
    """One of the values of a table. A value that is not in it, from the file, is added as it stands."""

    chosen = Signal(object)

    def __init__(self, kind: Choice, parent: QWidget) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        for value, words in kind.options:
            self._values.append(value)
            self.addItem(translated(words))
        self.activated.connect(lambda place: self.chosen.emit(self._values[place]))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)

    def show_value(self, value: object) -> None:
        if value not in self._values:
            self._values.append(value)
            self.addItem(str(value))
        self.setCurrentIndex(self._values.index(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; it does not change what it happens to pass over."""
        event.ignore()


class DeviceBox(ChoiceBox):
    """The microphones or loudspeakers that there are now; empty follows the system."""

    def __init__(self, devices: Sequence[tuple[str, str]], parent: QWidget) -> None:
        options = [("", _tr("Like the system")), *devices]
        super().__init__(Choice(tuple(options)), parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)


class SwitchBox(QCheckBox):
    chosen = Signal(object)

    def __init__(self, kind: Switch, parent: QWidget) -> None:
        super().__init__(translated(kind.label), parent)
        self.clicked.connect(lambda checked: self.chosen.emit(bool(checked)))

    def show_value(self, value: object) -> None:
        self.setChecked(bool(value))


class NumberBox(QSpinBox):
    """A whole number with its unit; taken when the person rests for a moment."""

    chosen = Signal(object)

    def __init__(self, kind: Number, bounds: tuple[int, int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setRange(*bounds)
        self.setSuffix(f" {translated(kind.unit)}")
        self.setSingleStep(kind.step)
        self.setGroupSeparatorShown(True)
        self.lineEdit().setTextMargins(GRID, 0, 0, 0)  # a style sheet's padding does not reach it
        if kind.zero and bounds[0] == 0:
            self.setSpecialValueText(translated(kind.zero))
        self._rest = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._rest.timeout.connect(self._take)
        self.valueChanged.connect(lambda _value: self._rest.start())
        self.editingFinished.connect(self._take_at_once)

    def show_value(self, value: object) -> None:
        if isinstance(value, int) and not self._rest.isActive():
            with QSignalBlocker(self):
                self.setValue(value)

    def _take_at_once(self) -> None:
        if self._rest.isActive():
            self._take()

    def _take(self) -> None:
        self._rest.stop()
        self.chosen.emit(self.value())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """As in `ChoiceBox`."""
        event.ignore()


class ShareSlider(QWidget):
    """A number from 0 to 1, in percent."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, 100)
        self.slider.setPageStep(10)
        self.setMinimumHeight(4 * GRID)
        self._figure = QLabel(self)
        self._figure.setMinimumWidth(5 * GRID)
        self.setFocusProxy(self.slider)
        self._rest = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._rest.timeout.connect(lambda: self.chosen.emit(self.slider.value() / 100))
        self.slider.valueChanged.connect(self._on_moved)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self._figure)

    def setAccessibleName(self, name: str) -> None:
        self.slider.setAccessibleName(name)

    def show_value(self, value: object) -> None:
        if isinstance(value, int | float) and not self._rest.isActive():
            with QSignalBlocker(self.slider):
                self.slider.setValue(round(100 * value))
            self._tell()

    def _on_moved(self) -> None:
        self._tell()
        self._rest.start()

    def _tell(self) -> None:
        self._figure.setText(_tr("{number} %").format(number=QLocale().toString(self.slider.value())))


class TextField(QLineEdit):
    """A text; taken when the person rests or leaves the field."""

    chosen = Signal(object)

    def __init__(self, kind: Text, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(translated(kind.placeholder))
        self._rest = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._rest.timeout.connect(self._take)
        self.textEdited.connect(lambda _text: self._rest.start())
        self.editingFinished.connect(self._take_at_once)

    def show_value(self, value: object) -> None:
        if not self._rest.isActive() and self.text() != value:
            self.setText(str(value))

    def _take_at_once(self) -> None:
        if self._rest.isActive():
            self._take()

    def _take(self) -> None:
        self._rest.stop()
        self.chosen.emit(self.text())


class FolderField(QWidget):
    """Where something lies, and a button that chooses another place. ``ask`` is the dialog."""

    chosen = Signal(object)

    def __init__(self, word: str, ask: Callable[[], Path | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._ask = ask
        self._path = QLabel(self)
        self._path.setWordWrap(True)
        self._path.setContentsMargins(0, GRID, 0, 0)
        self._path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton(word, self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._choose)
        self.setFocusProxy(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._path)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def setAccessibleName(self, name: str) -> None:
        self.button.setAccessibleName(f"{name}: {self.button.text()}")

    def show_value(self, value: object) -> None:
        # A path has no spaces where it could be broken; a zero-width space after each separator lets it.
        self._path.setText(str(value).replace("/", "/\u200b"))

    def _choose(self) -> None:
        folder = self._ask()
        if folder is not None:
            self.chosen.emit(folder)


Control = ChoiceBox | SwitchBox | NumberBox | ShareSlider | TextField | FolderField
