"""The title of the window: the task list of the desktop, too, is to say what recording does."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from vrp.ui.sound.phases import Phase

_NAME: Final = "Voice Recorder Pro"


def tr(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)


def window_title(phase: Phase, *, safe: bool) -> str:
    """``safe``: the program was started in safe mode."""
    prefix = {
        Phase.ARMING: tr("Recording starts"),
        Phase.RECORDING: tr("Recording"),
        Phase.PAUSED: tr("Recording paused"),
        Phase.FINALISING: tr("Saving the recording"),
        Phase.FAILED: tr("Recording failed"),
    }.get(phase)
    name = tr("{name} (safe mode)").format(name=_NAME) if safe else _NAME
    return f"{prefix} – {name}" if prefix else name
