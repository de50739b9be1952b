"""Shows a file in the desktop's file manager: selected, where the desktop can; else its folder is opened."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
from PySide6.QtGui import QDesktopServices

_SERVICE: Final = "org.freedesktop.FileManager1"


def show(path: Path) -> None:
    """Never waits for the desktop."""
    if not _has_bus():
        _open_folder(path)
        return
    bus = QDBusConnection.sessionBus()
    call = QDBusMessage.createMethodCall(_SERVICE, "/org/freedesktop/FileManager1", _SERVICE, "ShowItems")
    call.setArguments([[QUrl.fromLocalFile(str(path)).toString(QUrl.ComponentFormattingOption.FullyEncoded)], ""])
    watcher = QDBusPendingCallWatcher(bus.asyncCall(call))
    _waiting.add(watcher)

    def answered() -> None:
        _waiting.discard(watcher)
        if watcher.isError():
            _open_folder(path)

    watcher.finished.connect(answered)


_waiting: set[QDBusPendingCallWatcher] = set()


def _has_bus() -> bool:
    """Without one, asking for it would start one, and wait for it."""
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return bool(runtime) and Path(str(runtime), "bus").exists()


def _open_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
