"""The level of the microphone: the meter, and the highest level beside it as a number or a word."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from vrp.ui import names
from vrp.ui.sound.ballistics import FLOOR, Ballistics, Reading
from vrp.ui.sound.level_meter import LevelMeter
from vrp.ui.theme import GRID, tabular

if TYPE_CHECKING:
    from vrp.backend.domain.takes import Level


class LevelReading(QWidget):
    """Fed one level a frame, or None while nothing is heard from any microphone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ballistics = Ballistics()
        self.meter = LevelMeter(self._ballistics, self)
        self.peak = QLabel(self)
        self.peak.setObjectName(names.LEVEL_PEAK)
        self.peak.setAccessibleName(self.tr("Highest level"))
        self.peak.setFont(tabular(self.font()))
        width = QFontMetrics(self.peak.font()).horizontalAdvance
        self.peak.setMinimumWidth(max(width(self.tr("No signal")), width(self._decibels(FLOOR))) + 2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.meter)
        row.addWidget(self.peak)

    def unlatch(self) -> None:
        """A clip of before is forgotten."""
        self._ballistics.unlatch()

    def feed(self, level: Level | None) -> None:
        if level is None:
            self._ballistics.reset()
            self._show(Reading())
        else:
            self._show(self._ballistics.feed(level, monotonic()))

    def _show(self, reading: Reading) -> None:
        self.meter.show_reading(reading)
        text = self._words(reading)
        if text != self.peak.text():
            self.peak.setText(text)

    def _words(self, reading: Reading) -> str:
        if reading.clipped:
            return self.tr("Clipped")
        if reading.no_signal:
            return self.tr("No signal")
        return self.tr("−∞ dB") if reading.peak <= FLOOR else self._decibels(reading.peak)

    def _decibels(self, level: float) -> str:
        return self.tr("{value} dB").format(value=f"{level:.0f}".replace("-", "−"))
