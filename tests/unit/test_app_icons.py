"""The program's icon in every size is the SVG as it is now, and the containers hold all of them."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageReader
from pytestqt.qtbot import QtBot

from scripts.app_icons import APP_ID, ICONS, SIZES, drawn, png_file
from vrp.ui.icons import application_icon

ROUNDING = 2  # of 255: processors round the blending of edges differently


def _difference(one: QImage, other: QImage) -> int:
    """The largest difference of any channel of any pixel, premultiplied, so that what is not seen does not count."""
    kind = QImage.Format.Format_RGBA8888_Premultiplied
    images = [image.convertToFormat(kind) for image in (one, other)]  # which own the bytes that are looked at
    first, second = (bytes(image.constBits()) for image in images)
    return max(abs(a - b) for a, b in zip(first, second, strict=True))


@pytest.mark.parametrize("size", SIZES)
def test_the_picture_of_each_size_is_the_svg_as_it_is_now(size: int) -> None:
    kept = QImage(str(png_file(size)))

    assert kept.size() == QSize(size, size)
    assert _difference(kept, drawn(size)) <= ROUNDING


@pytest.mark.parametrize(("name", "sizes"), [("app.ico", SIZES[:-1]), ("app.icns", (16, 32, 64, 128, 256, 512))])
def test_a_container_holds_the_same_pictures(name: str, sizes: tuple[int, ...]) -> None:
    reader = QImageReader(str(ICONS / name))
    held = {}
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        picture = reader.read()
        held[picture.width()] = picture

    assert tuple(sorted(held)) == sizes
    assert all(_difference(picture, QImage(str(png_file(size)))) == 0 for size, picture in held.items())


def test_the_symbolic_icon_has_the_colour_of_the_text_around_it() -> None:
    tree = ET.parse(ICONS / "hicolor" / "symbolic" / "apps" / f"{APP_ID}-symbolic.svg")  # noqa: S314  # our own file
    colours = {part.get(kind) for part in tree.iter() for kind in ("fill", "stroke")}

    assert colours <= {"currentColor", "none", None}


def test_the_window_shows_the_picture_of_each_size_unscaled(qtbot: QtBot) -> None:
    icon = application_icon()

    for size in (16, 24, 32, 48, 64, 128, 256):
        shown = icon.pixmap(QSize(size, size), 1.0).toImage()
        assert _difference(shown, QImage(str(png_file(size)))) == 0
