"""Colours, text sizes and spacing: a table for light, dark and high contrast, and everything else is derived from them.

Red belongs to recording alone. A widget that paints asks `colours` when it paints, and draws its icons again on a
`PaletteChange`.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Final, NamedTuple, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from vrp.ui.stylesheet import stylesheet

GRID: Final = 8
ROW_HEIGHT: Final = 36
LARGE: Final = 1.6  # the second text size, as a multiple of the first


class Colours(NamedTuple):
    """Every colour of the window, as ``#rrggbb``."""

    window: str
    base: str
    text: str
    muted: str
    line: str  # parts one thing from another
    edge: str  # bounds what is typed or chosen in: at 3 : 1 with every ground
    button: str
    hover: str
    selection: str
    selected_text: str
    accent: str
    on_accent: str
    record: str
    on_record: str
    quiet: str
    loud: str
    clip: str
    track: str
    info: str
    success: str
    warning: str
    error: str
    border: str = "1px"
    focus: str = "2px"

    def of(self, name: str) -> QColor:
        return QColor(getattr(self, name))


LIGHT: Final = Colours(
    window="#f5f6f8",
    base="#ffffff",
    text="#1c2129",
    muted="#5c6673",
    line="#dfe3e8",
    edge="#7f8894",
    button="#ffffff",
    hover="#edf0f4",
    selection="#dbe7fb",
    selected_text="#10223f",
    accent="#2a5fc4",
    on_accent="#ffffff",
    record="#d32f2f",
    on_record="#ffffff",
    quiet="#278a60",
    loud="#ab7200",
    clip="#b4470f",
    track="#e4e8ed",
    info="#e7effc",
    success="#e4f4ea",
    warning="#fdf1d3",
    error="#fbe6d8",
)
DARK: Final = Colours(
    window="#16181c",
    base="#1c1f24",
    text="#e8eaed",
    muted="#9aa3af",
    line="#2d3239",
    edge="#757e8b",
    button="#262a31",
    hover="#2a2f37",
    selection="#233a61",
    selected_text="#eef4ff",
    accent="#7ba6f7",
    on_accent="#0d1a30",
    record="#e5483f",
    on_record="#ffffff",
    quiet="#45b985",
    loud="#e2b04a",
    clip="#f08a4b",
    track="#2c3138",
    info="#1d2b45",
    success="#183326",
    warning="#3a2f14",
    error="#40260f",
)
CONTRAST: Final = Colours(  # text at 7:1 and more, lines that are seen, edges twice as wide
    window="#000000",
    base="#000000",
    text="#ffffff",
    muted="#e0e0e0",
    line="#ffffff",
    edge="#ffffff",
    button="#000000",
    hover="#333333",
    selection="#ffe45c",
    selected_text="#000000",
    accent="#ffe45c",
    on_accent="#000000",
    record="#ff7a70",
    on_record="#000000",
    quiet="#5ef0a5",
    loud="#ffd166",
    clip="#ffab73",
    track="#666666",
    info="#00205c",
    success="#00361c",
    warning="#3d2b00",
    error="#4a1500",
    border="2px",
    focus="3px",
)


class Scheme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


_TABLES: Final = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK, Scheme.CONTRAST: CONTRAST}


def scheme_named(name: str) -> Scheme:
    """The scheme of a setting; that of the system where there is none of this name."""
    return Scheme(name) if name in set(Scheme) else Scheme.SYSTEM


def colours() -> Colours:
    """The table in force. A widget's own palette would not do: a style sheet colours it in."""
    ground = QApplication.palette().color(QPalette.ColorRole.Window)
    if ground == CONTRAST.of("window"):
        return CONTRAST
    return DARK if ground.lightness() < 128 else LIGHT


def tabular(font: QFont, scale: float = 1.0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """``font`` with figures of equal width, so that a running clock stands still."""
    result = QFont(font)
    result.setFeature(QFont.Tag("tnum"), 1)
    result.setPointSizeF(font.pointSizeF() * scale)
    result.setWeight(weight)
    return result


class Theme(QObject):
    """Puts the look on the application and follows the system between light and dark."""

    changed = Signal()

    def __init__(self, scheme: Scheme = Scheme.SYSTEM, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scheme = scheme
        application = _application()
        application.setStyle("Fusion")
        application.setFont(_body_font(application.font()))
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self.apply)
        hints.accessibility().contrastPreferenceChanged.connect(self.apply)
        self.apply()

    def choose(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self.apply()

    @property
    def effective(self) -> Scheme:
        """The scheme that is shown: never the system's, but what that asks for now."""
        return _of_system() if self.scheme is Scheme.SYSTEM else self.scheme

    def apply(self) -> None:
        table = _TABLES[self.effective]
        with _no_garbage_collection():
            _application().setPalette(palette(table))
            _application().setStyleSheet(stylesheet(table, GRID))
        self.changed.emit()


def _of_system() -> Scheme:
    hints = _application().styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return Scheme.CONTRAST
    return Scheme.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else Scheme.LIGHT


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Qt polishes a list of all widgets; one that a collection deletes meanwhile would be polished after its end."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _application() -> QApplication:
    return cast("QApplication", QApplication.instance())


def _body_font(font: QFont) -> QFont:
    """The system's font; where there is no desktop that chose one, the size is too small to read and is raised."""
    result = QFont(font)
    if result.pointSizeF() < 10:
        result.setPointSizeF(10)
    return result


def palette(table: Colours) -> QPalette:
    roles = QPalette.ColorRole
    result = QPalette()
    for role, name in {
        roles.Window: "window", roles.WindowText: "text", roles.Base: "base", roles.AlternateBase: "window",
        roles.Text: "text", roles.PlaceholderText: "muted", roles.Button: "button", roles.ButtonText: "text",
        roles.BrightText: "on_accent", roles.Highlight: "selection", roles.HighlightedText: "selected_text",
        roles.Accent: "accent", roles.Link: "accent", roles.LinkVisited: "accent", roles.ToolTipBase: "base",
        roles.ToolTipText: "text", roles.Light: "hover", roles.Midlight: "hover", roles.Mid: "line", roles.Dark: "line",
    }.items():  # fmt: skip
        result.setColor(role, table.of(name))
    faint = _mix(table.of("muted"), table.of("window"), 0.55)
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return result


def _mix(one: QColor, other: QColor, share: float) -> QColor:
    return QColor(*(round(a * share + b * (1 - share)) for a, b in zip(_rgb(one), _rgb(other), strict=True)))


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
