from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from vrp.ui.library.chips import chip, tag_colours

TAGS = [f"tag {number}" for number in range(200)]


def luminance(colour: QColor) -> float:
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_tags_can_be_read_in_light_and_in_dark() -> None:
    worst = {dark: min(contrast(*tag_colours(tag, dark=dark)) for tag in TAGS) for dark in (False, True)}
    assert worst[False] >= 4.5
    assert worst[True] >= 4.5


def test_a_tag_keeps_its_colour_whatever_its_case() -> None:
    assert tag_colours("Thesis", dark=False) == tag_colours("thesis", dark=False)
    assert len({tag_colours(tag, dark=False)[0].name() for tag in TAGS}) > 6


def test_a_long_name_is_shortened(qapp: QApplication) -> None:
    assert chip("x" * 80, qapp.font(), 2.0, 100).width() <= 200
