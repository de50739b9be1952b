"""On a screen of finer pixels the window is the same, drawn finer: nothing has a height in pixels of the screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

SIZE = (1100, 720)
_PICTURE = """
import sys
from pathlib import Path
from vrp.app.opening import Opening, open_backend
from vrp.app.window import take_picture
with open_backend(Opening(sys.argv[1])) as backend:
    take_picture(backend, Path(sys.argv[2]), ({}, {}), 20.0)
""".format(*SIZE)


def picture(folder: Path, factor: str) -> QImage:
    file = folder / f"{factor}.png"
    command = [sys.executable, "-c", _PICTURE, str(folder / "library"), str(file)]
    subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": factor}, check=True, timeout=50)
    return QImage(str(file))


def pixels(image: QImage) -> NDArray[np.float64]:
    small = image.scaled(QSize(*SIZE), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    grey = small.convertToFormat(QImage.Format.Format_Grayscale8)
    bits = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return bits[:, : grey.width()].astype(float)


@pytest.mark.timeout(180)
def test_the_window_looks_the_same_at_every_scale(home: Path, tmp_path: Path) -> None:
    first = picture(tmp_path, "1")
    assert (first.width(), first.height()) == SIZE
    for factor in ("1.5", "2"):
        finer = picture(tmp_path, factor)
        assert (finer.width(), finer.height()) == tuple(round(side * float(factor)) for side in SIZE)
        assert np.abs(pixels(finer) - pixels(first)).mean() < 4.0, factor
