"""A sign and a word for the phase that recording is in: each has a shape of its own, so that no colour is needed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from vrp.ui import names
from vrp.ui.sound.phases import Phase
from vrp.ui.theme import GRID, colours

_SIDE: Final = 12
_COLOURS: Final = {Phase.RECORDING: "record", Phase.FAILED: "clip", Phase.PAUSED: "text"}


def phase_text(phase: Phase) -> str:
    return {
        Phase.OFF: _tr("Not ready"),
        Phase.IDLE: _tr("Ready"),
        Phase.ARMING: _tr("Starting…"),
        Phase.RECORDING: _tr("Recording"),
        Phase.PAUSED: _tr("Paused"),
        Phase.FINALISING: _tr("Saving…"),
        Phase.FAILED: _tr("Failed"),
    }[phase]


def _tr(text: str) -> str:
    return QCoreApplication.translate("PhaseLine", text)


class PhaseSign(QWidget):
    """The shape of a phase.

    A ring: nothing runs; a ring with a point: starting; a disc: recording; two bars: paused; a square: being saved; a
    triangle: failed.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.phase = Phase.OFF
        self.setFixedSize(QSize(_SIDE, _SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colour = colours().of(_COLOURS.get(self.phase, "muted"))
            area = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            match self.phase:
                case Phase.RECORDING:
                    painter.drawEllipse(area.adjusted(-1, -1, 1, 1))
                case Phase.PAUSED:
                    for left in (area.left(), area.right() - 3):
                        painter.drawRect(QRectF(left, area.top(), 3, area.height()))
                case Phase.FINALISING:
                    painter.drawRoundedRect(area, 1.5, 1.5)
                case Phase.FAILED:
                    corners = (area.bottomLeft(), QPointF(area.center().x(), area.top()), area.bottomRight())
                    painter.drawPolygon(QPolygonF(corners))
                case _:
                    if self.phase is Phase.ARMING:
                        painter.drawEllipse(area.center(), 2, 2)
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(QPen(colour, 1.5))
                    painter.drawEllipse(area)


class PhaseLine(QWidget):
    """Sign and word, side by side."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sign = PhaseSign(self)
        self.text = QLabel(self)
        self.text.setObjectName(names.RECORD_PHASE)
        self.text.setAccessibleName(QCoreApplication.translate("PhaseLine", "State of the recorder"))
        self.text.setProperty("muted", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2 + 2)
        row.addWidget(self.sign)
        row.addWidget(self.text, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_phase(Phase.OFF)

    def show_phase(self, phase: Phase) -> None:
        self.sign.phase = phase
        self.sign.update()
        self.text.setText(phase_text(phase))
