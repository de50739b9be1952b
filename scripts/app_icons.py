"""Makes the program's icon in every size and container from resources/icons/app.svg, in the tree that desktops read.

The two containers are written by hand: both are a table of PNG files, and Qt's plugins put in one size only.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS: Final = Path(__file__).parents[1] / "resources" / "icons"
APP_ID: Final = "io.github.voicerecorderpro.VoiceRecorderPro"
SIZES: Final = (16, 24, 32, 48, 64, 128, 256, 512)
_ICO_LARGEST: Final = 256  # a size is one byte there, and 256 is written as 0
_ICNS: Final = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def png_file(size: int) -> Path:
    """Where the picture of this size lies."""
    return ICONS / "hicolor" / f"{size}x{size}" / "apps" / f"{APP_ID}.png"


def drawn(size: int) -> QImage:
    """A square of ``size`` pixels, drawn from the SVG. Needs no application and no screen."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ICONS / "app.svg")).render(painter)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_ARGB32)


def ico(pictures: dict[int, bytes]) -> bytes:
    """The PNG files, by their size in pixels, as one file for Windows."""
    fitting = {size: png for size, png in pictures.items() if size <= _ICO_LARGEST}
    head = struct.pack("<3H", 0, 1, len(fitting))
    at = len(head) + 16 * len(fitting)
    for size, png in fitting.items():
        head += struct.pack("<4B2H2L", size % 256, size % 256, 0, 0, 1, 32, len(png), at)
        at += len(png)
    return head + b"".join(fitting.values())


def icns(pictures: dict[int, bytes]) -> bytes:
    """The PNG files, by their size in pixels, as one file for macOS."""
    parts = [_chunk(kind, pictures[size]) for size, kind in _ICNS.items()]
    return _chunk(b"icns", b"".join(parts))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack(">L", 8 + len(content)) + content


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt takes both
    return bytes(buffer.data().data())


def main() -> None:
    pictures = {size: _png(drawn(size)) for size in SIZES}
    for size, png in pictures.items():
        png_file(size).parent.mkdir(parents=True, exist_ok=True)
        png_file(size).write_bytes(png)
    (ICONS / "app.ico").write_bytes(ico(pictures))
    (ICONS / "app.icns").write_bytes(icns(pictures))


if __name__ == "__main__":
    main()
