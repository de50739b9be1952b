"""The real program on a library of the test's own, and what a person would do in its window."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from vrp.app.opening import Backend, Opening, open_backend
from vrp.app.window import shown
from vrp.backend.domain.queries import LibraryQuery
from vrp.testing.dialogs import ScriptedDialogs
from vrp.testing.seeding import seed
from vrp.ui.actions import ActionId

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from vrp.backend.domain.recordings import Recording
    from vrp.ui.main_window import MainWindow

SECONDS: Final = 15.0
W = TypeVar("W", bound=QWidget)


@dataclass(frozen=True)
class App:
    """``window`` and ``backend`` are the program's own; ``dialogs`` answers in the place of a person."""

    window: MainWindow
    backend: Backend
    dialogs: ScriptedDialogs
    qtbot: QtBot

    @property
    def titles(self) -> list[str]:
        """What the table shows, from the top."""
        model = self.window.model
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    @property
    def message(self) -> str:
        """What the message bar says; empty while it is hidden."""
        bar = self.window.messages
        return bar.text.text() if bar.isVisible() else ""

    def seed(self, titles: list[str]) -> list[Recording]:
        """Put recordings into the library, the first being the newest, and wait until the table shows them."""
        added = seed(self.backend, titles)
        total = self.backend.library.page(LibraryQuery(), 0, 1).total
        self.window.model.refresh()
        self.wait_for(lambda: self.window.model.rowCount() == total)
        self.wait_for_jobs()
        return added

    def find(self, name: str, kind: type[W] = QWidget) -> W:  # type: ignore[assignment]  # any widget will do
        """The widget with this object name (`vrp.ui.names`); AssertionError where there is none."""
        found = self.window.findChild(kind, name)
        assert isinstance(found, kind), f"no {kind.__name__} is named {name}"
        return found

    def click(self, name: str) -> None:
        self.wait_for(lambda: self.find(name, QWidget).isVisible() and self.find(name, QWidget).isEnabled())
        QTest.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def press(self, keys: str, name: str = "") -> None:
        """Press a key such as ``Ctrl+Shift+L`` in the window, or in the widget ``name`` after giving it the focus."""
        target: QWidget = self.find(name) if name else self.window
        if name:
            target.setFocus()
        QTest.keySequence(target, QKeySequence(keys))
        QTest.keyRelease(self.window, Qt.Key.Key_Shift)  # else Qt goes on believing that Ctrl and Shift are held down

    def type(self, name: str, text: str) -> None:
        """Type into a field."""
        QTest.keyClicks(self.find(name), text)

    def do(self, action: ActionId) -> None:
        """Choose a command of the menus; AssertionError where it cannot be chosen now."""
        found = self.window.findChild(QAction, action)
        assert isinstance(found, QAction), f"there is no command {action}"
        assert found.isEnabled(), f"{action} cannot be chosen: {found.statusTip()}"
        found.trigger()

    def wait_for(self, condition: Callable[[], bool], seconds: float = SECONDS) -> None:
        """Let the window work until ``condition`` holds; fails the test after ``seconds``."""
        self.qtbot.waitUntil(condition, timeout=round(seconds * 1000))

    def wait_for_jobs(self, seconds: float = SECONDS) -> None:
        """Wait until nothing runs in the background any more."""
        self.wait_for(lambda: not self.window.services.runner.running, seconds)

    def screenshot(self, path: Path) -> Path:
        """Save a picture of the window."""
        path.parent.mkdir(parents=True, exist_ok=True)
        assert self.window.grab().save(str(path)), f"{path} could not be written"
        return path


@contextmanager
def running_app(folder: Path, qtbot: QtBot) -> Iterator[App]:
    """The program on the library in ``folder``, with its window shown and everything begun, until the block ends."""
    dialogs = ScriptedDialogs()
    with contextlib.ExitStack() as stack:
        stack.enter_context(_same_hooks())
        backend = stack.enter_context(open_backend(Opening(str(folder), apart=True)))
        with _same_hooks():
            window = stack.enter_context(shown(backend, dialogs=dialogs))
            with qtbot.waitSignal(window.began, timeout=round(SECONDS * 1000)):
                pass  # shown by now; the rest comes through the event loop
        app = App(window, backend, dialogs, qtbot)
        app.wait_for_jobs()
        yield app
        window.close()
        app.wait_for(lambda: not window.isVisible())
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def _same_hooks() -> Iterator[None]:
    """The program logs what nobody caught; pytest fails the test for it, and so has the hooks back."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before
