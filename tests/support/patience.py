"""Waiting on a machine that has other work too: as long as it takes, since only what never comes is a failure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

LONG_MS: Final = 20_000


class PatientBot(QtBot):
    """Of the same kind as the plug-in's, whose five seconds pass where each of two cores has three things to do."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = LONG_MS) -> None:  # noqa: N802  # Qt's form
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = LONG_MS, **how: Any) -> Any:  # noqa: N802  # likewise
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitSignals(self, signals: list[Any], *, timeout: int = LONG_MS, **how: Any) -> Any:  # noqa: N802  # likewise
        return super().waitSignals(signals, timeout=timeout, **how)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)
