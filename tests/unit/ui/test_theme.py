from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from vrp.backend.paths import resource
from vrp.ui.actions import ACTIONS
from vrp.ui.icons import icon
from vrp.ui.theme import CONTRAST, DARK, LIGHT, Colours, Scheme, Theme, colours


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(table: Colours, one: str, other: str) -> float:
    light, dark = sorted((luminance(table.of(one)), luminance(table.of(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("table", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("text", "window"), ("text", "base"), ("text", "button"), ("muted", "window"), ("muted", "base"),
        ("selected_text", "selection"), ("on_accent", "accent"), ("on_record", "record"), ("record", "base"),
        ("accent", "base"), ("text", "info"), ("text", "success"), ("text", "warning"), ("text", "error"),
    ],
)  # fmt: skip
def test_text_can_be_read(table: Colours, text: str, ground: str) -> None:
    least = 7.0 if table is CONTRAST else 4.5
    large_or_bold = text in ("on_record", "record", "on_accent")
    assert contrast(table, text, ground) >= (3.0 if large_or_bold and table is not CONTRAST else least)


def test_choosing_a_scheme_changes_the_colours(qapp: QApplication) -> None:
    theme = Theme(Scheme.LIGHT)
    assert colours() is LIGHT
    theme.choose(Scheme.DARK)
    assert colours() is DARK
    theme.choose(Scheme.CONTRAST)
    assert colours() is CONTRAST
    theme.choose(Scheme.LIGHT)
    qapp.setStyleSheet("")


@pytest.mark.parametrize("name", sorted({spec.icon for spec in ACTIONS if spec.icon}))
def test_every_icon_of_an_action_is_drawn_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    assert resource("icons", f"{name}.svg").is_file()
    image = icon(name, "#ff0000").pixmap(24, 24).toImage()
    painted = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert any(pixel.alpha() > 200 and pixel.red() > 200 for pixel in painted)
