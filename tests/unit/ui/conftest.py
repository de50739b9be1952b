"""The window over a real library; the microphone, the loudspeaker and the person are scripted by the test."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.support.libraries import OpenLibrary, new_library
from tests.support.stubs import DialogsStub, ImportStub, PlayerStub, RecorderStub, TakesStub, WaveformsStub
from vrp.backend.domain.retention import RetentionPolicy
from vrp.backend.jobs.runner import JobRunner
from vrp.backend.logs.setup import LoggingConfig
from vrp.backend.logs.tail import Tail
from vrp.backend.persistence import schema
from vrp.backend.persistence.transactions import guard_thread
from vrp.backend.services.backup import BackupService
from vrp.backend.services.diagnostics import DiagnosticsService
from vrp.backend.services.erasing import ErasureService
from vrp.backend.services.exporting import ExportService
from vrp.backend.services.health import HealthService
from vrp.backend.services.restoring_recordings import RecordingRestoreService
from vrp.backend.services.revising import RevisionService
from vrp.backend.services.scrubbing import ScrubService
from vrp.backend.services.verification import VerificationService
from vrp.backend.settings_store import SettingsStore
from vrp.ui.main_window import MainWindow
from vrp.ui.services import Services
from vrp.ui.theme import Scheme, Theme


@pytest.fixture(autouse=True)
def _logs() -> None:
    """As the program does, so that what it logs is heard by the test and not printed."""
    LoggingConfig().install()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(Scheme.LIGHT)
    yield theme
    qapp.setStyleSheet("")


@pytest.fixture
def open_library(tmp_path: Path) -> Iterator[OpenLibrary]:
    with new_library(tmp_path / "library") as library:
        yield library


@dataclass
class Desk:
    """The window with everything that a test pulls at."""

    window: MainWindow
    library: OpenLibrary
    recorder: RecorderStub
    player: PlayerStub
    dialogs: DialogsStub
    takes: TakesStub
    importing: ImportStub
    runner: JobRunner

    def task_button(self, name: str) -> QPushButton:
        """What the newest task in the list offers under this name (``vrp.ui.names``)."""
        found = self.window.tasks.rows[-1].findChildren(QPushButton)
        return next(one for one in found if one.objectName().partition(".")[0] == name)


OpenDesk = Callable[..., Desk]


@pytest.fixture
def desk(qtbot: QtBot, open_library: OpenLibrary, theme: Theme, tmp_path: Path) -> Iterator[OpenDesk]:
    """``desk(titles)`` opens the window over a library with these recordings and waits until they are shown."""
    opened: list[Desk] = []

    def make(titles: list[str], takes: TakesStub | None = None, settings: str = "") -> Desk:
        if settings:
            (tmp_path / "settings.toml").write_text(settings)
        if titles:
            open_library.add(titles)
        parts: dict[str, Any] = {
            "recorder": RecorderStub(),
            "player": PlayerStub(),
            "dialogs": DialogsStub(),
            "takes": takes or TakesStub(),
            "importing": ImportStub(),
            "runner": JobRunner(),
        }
        verification = VerificationService(open_library.database, open_library.paths)
        found = SimpleNamespace(checked=len(titles), findings=[])
        parts_only_here: dict[str, Any] = {
            "waveforms": WaveformsStub(),
            "health": HealthService(open_library.database, open_library.paths, verification),
            "backup": BackupService(
                schema.current_database(open_library.paths), open_library.paths, tmp_path / "backups", RetentionPolicy()
            ),
            "restoring": RecordingRestoreService(open_library.database, open_library.paths),
            "revising": RevisionService(open_library.database, open_library.paths),
            "scrubbing": ScrubService(open_library.database, open_library.paths, battery=lambda: False),
            "exporting": ExportService(open_library.database, open_library.paths),
            "erasing": ErasureService(open_library.database, open_library.paths, RetentionPolicy()),
            "verification": SimpleNamespace(verify=lambda _progress: found),
        }
        services = Services(
            library=open_library.library,
            settings=SettingsStore(tmp_path / "settings.toml", forgiving=True),
            paths=open_library.paths,
            records=Tail(1000),
            diagnostics=cache(lambda: DiagnosticsService(open_library.paths)),
            **parts,
            **parts_only_here,
        )
        window = MainWindow(services, theme)
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.began, timeout=20_000):  # on a busy machine too
            window.show()
        result = Desk(window, open_library, **parts)
        opened.append(result)
        qtbot.waitUntil(lambda: window.model.rowCount() == len(titles) and not result.runner.running)
        window.library.table.setFocus()
        guard_thread(threading.get_ident(), strict=True)  # what the window does from now on must go through a job
        return result

    yield make
    guard_thread(None)
    for one in opened:
        QTest.keyRelease(one.window, Qt.Key.Key_Shift)  # else Qt believes in the next test that keys are held
        one.dialogs.answer = True
        one.runner.shutdown()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the window goes now, not in the next test
