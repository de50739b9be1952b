"""Sentences for the message bar, made from errors and from what the recorder tells."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from vrp.backend.domain.takes import EndReason, TakeEnded, TakeWarning, WarningKind
from vrp.backend.errors import VrpError
from vrp.ui import fault_texts, texts
from vrp.ui.message_bar import Message, MessageAction, Severity

UNDO_MS: Final = 12_000
NOTICE_MS: Final = 8_000


def tr(text: str) -> str:
    """Translate in the context of this module."""
    return QCoreApplication.translate("Messages", text)


def from_error(key: str, error: VrpError, *actions: MessageAction) -> Message:
    """What happened, what is safe, what to do; the code is in the tooltip and among the details."""
    return Message(
        key,
        Severity.ERROR,
        fault_texts.message(error),
        actions,
        code=error.code,
        details=fault_texts.details(error),
    )


def take_ended(ended: TakeEnded) -> Message | None:
    """Why a take ended by itself; None where the person ended it."""
    kept = texts.length(ended.frames / ended.format.sample_rate)
    sentence = {
        EndReason.DEVICE_LOST: tr("Microphone unplugged. Recording kept ({kept})."),
        EndReason.DEVICE_MOVED: tr("The system switched to another microphone. Recording stopped and kept ({kept})."),
        EndReason.NO_DATA: tr("No more sound came from the microphone. Recording kept ({kept})."),
        EndReason.DISK_FULL: tr("The disk is full. Recording stopped and kept ({kept}). Free some room first."),
        EndReason.WRITE_FAILED: tr("The recording could not be written on. What there was is kept ({kept})."),
        EndReason.PARENT_GONE: tr("Recording stopped and kept ({kept})."),
        EndReason.ENGINE_DIED: tr("The recorder stopped unexpectedly. Recording kept ({kept})."),
    }.get(ended.reason)
    if sentence is None:
        return None
    return Message("take_ended", Severity.WARNING, sentence.format(kept=kept))


def take_warning(warning: TakeWarning) -> Message:
    """Something to know while the take goes on."""
    severity, sentence, timeout = {
        WarningKind.SILENCE: (Severity.WARNING, tr("Nothing is heard. Check the microphone and its mute switch."), 0),
        WarningKind.CLIPPING: (
            Severity.WARNING,
            tr("The sound is too loud and distorts. Move away from the microphone or turn it down."),
            NOTICE_MS,
        ),
        WarningKind.GAP: (
            Severity.WARNING,
            tr("A moment of sound was lost. The computer may be too busy; recording goes on."),
            NOTICE_MS,
        ),
        WarningKind.DISK_LOW: (Severity.WARNING, tr("The disk is nearly full. Free some room soon."), 0),
    }[warning.kind]
    return Message(f"take_{warning.kind}", severity, sentence, timeout_ms=timeout)
