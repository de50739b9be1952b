"""Icons: our own SVG files, drawn in one weight, coloured when they are asked for."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from vrp.backend.paths import resource
from vrp.ui.theme import CONTRAST, colours

_SIZES: Final = (16, 20, 24)
_APP_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)
_APP_ID: Final = "io.github.voicerecorderpro.VoiceRecorderPro"


def icon(name: str, colour: str | None = None, *, disabled: str | None = None) -> QIcon:
    """The icon in ``colour`` (default: the text colour of the scheme in force), with a fainter disabled state."""
    table = colours()
    faint = QApplication.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
    return _icon(
        name, colour or table.text, disabled or faint, _sharpest(), table.selected_text if table is CONTRAST else ""
    )


def _sharpest() -> float:
    """The finest screen's pixels to a logical one: pictures for it and for the coarsest are all that is ever seen."""
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0


@cache
def _icon(name: str, colour: str, disabled: str, sharpest: float, selected: str) -> QIcon:
    result = QIcon()
    for size in _SIZES:
        for scale in sorted({1.0, sharpest}):
            result.addPixmap(pixmap(name, colour, size, scale), QIcon.Mode.Normal)
            result.addPixmap(pixmap(name, selected or colour, size, scale), QIcon.Mode.Selected)
            result.addPixmap(pixmap(name, disabled, size, scale), QIcon.Mode.Disabled)
    return result


@cache
def pixmap(name: str, colour: str, size: int, scale: float = 1.0) -> QPixmap:
    """A square of ``size`` logical pixels."""
    image = QPixmap(round(size * scale), round(size * scale))
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        _drawing(name).render(painter)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(image.rect(), QColor(colour))
    image.setDevicePixelRatio(scale)
    return image


@cache
def _drawing(name: str) -> QSvgRenderer:
    """In black; reading it costs more than drawing it, and each is drawn in several sizes and colours."""
    return QSvgRenderer(str(resource("icons", f"{name}.svg")))


def application_icon() -> QIcon:
    """The program's: drawn by `make icons` in each usual size, so that none is scaled and none rendered at start."""
    result = QIcon()
    for size in _APP_SIZES:
        picture = resource("icons", "hicolor", f"{size}x{size}", "apps", f"{_APP_ID}.png")
        result.addFile(str(picture), QSize(size, size))
    return result
