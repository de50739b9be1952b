"""What is chosen before recording: the microphone, and the kind of recording."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from vrp.backend.domain.takes import InputDevice, Preset
from vrp.ui import names
from vrp.ui.theme import GRID

_NAME: Final = Qt.ItemDataRole.UserRole + 1
_HEIGHT: Final = 36


class DeviceBox(QComboBox):
    """The microphones; the first item follows the system's default."""

    chosen = Signal(str)  # its id, empty for the default

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(names.DEVICE_BOX)
        self.setAccessibleName(self.tr("Microphone"))
        self.view().setAccessibleName(self.tr("Microphones"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaximumWidth(34 * GRID)
        self.setFixedHeight(_HEIGHT)
        self.activated.connect(lambda index: self.chosen.emit(str(self.itemData(index))))

    @property
    def device_name(self) -> str:
        """The microphone's own name, also where it is the default."""
        return str(self.currentData(_NAME) or self.currentText())

    def shown_name(self) -> str:
        """The chosen microphone as there is room for it: a style sheet would cut it without dots."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, field.width() - 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_name()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def show_devices(self, devices: Sequence[InputDevice], chosen: str) -> None:
        """``chosen`` is the id in the settings; empty follows the system's default."""
        with QSignalBlocker(self):
            self.clear()
            default = next((device.name for device in devices if device.is_default), "")
            if devices:
                self.addItem(
                    self.tr("Default: {name}").format(name=default) if default else self.tr("System default"), ""
                )
                self.setItemData(0, default, _NAME)
            for device in devices:
                self.addItem(device.name, device.id)
            if not devices:
                self.addItem(self.tr("No microphone"), "")
            self.setCurrentIndex(max(0, self.findData(chosen)))
        self.setEnabled(bool(devices))
        self.setToolTip(self.tr("Microphone: {name}").format(name=self.currentText()))


class PresetBox(QComboBox):
    """Voice, interview or music."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(names.PRESET_BOX)
        self.setAccessibleName(self.tr("Kind of recording"))
        self.view().setAccessibleName(self.tr("Kinds of recording"))
        self.setFixedHeight(_HEIGHT)
        for preset, label, hint in (
            (Preset.VOICE, self.tr("Voice"), self.tr("48 kHz, mono, 16 bit: one person speaks")),
            (Preset.INTERVIEW, self.tr("Interview"), self.tr("48 kHz, stereo, 16 bit: several people")),
            (Preset.MUSIC, self.tr("Music"), self.tr("48 kHz, stereo, 24 bit")),
        ):
            self.addItem(label, preset.value)
            self.setItemData(self.count() - 1, hint, Qt.ItemDataRole.ToolTipRole)
        self.activated.connect(self._on_activated)

    def show_preset(self, preset: Preset | None) -> None:
        self.setCurrentIndex(self.findData(preset.value) if preset else -1)
        self._show_hint()

    def _on_activated(self, index: int) -> None:
        self._show_hint()
        self.chosen.emit(str(self.itemData(index)))

    def _show_hint(self) -> None:
        self.setToolTip(str(self.currentData(Qt.ItemDataRole.ToolTipRole) or ""))
