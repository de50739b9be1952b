"""Without a desktop there is only a folder to open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from vrp.ui.library import file_manager


def test_without_a_bus_the_folder_is_opened(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    open_url: Callable[[QUrl], None] = opened.append
    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    file_manager.show(tmp_path / "a.wav")
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]
