"""Opens the settings window over what is in the file now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from vrp.ui.keeping.move_flow import MoveFlow
    from vrp.ui.menus import Actions
    from vrp.ui.services import Services
    from vrp.ui.settings.live import LiveSettings


class SettingsFlow(QObject):
    """Before the library is open there is nothing to show: then the window comes a moment later."""

    def __init__(self, live: LiveSettings, services: Services, moving: MoveFlow, window: QWidget) -> None:
        super().__init__(window)
        self._live = live
        self._services = services
        self._moving = moving
        self._window = window

    def open(self, actions: Actions, category: str = "") -> None:
        """Show the settings, at one of their categories."""
        from vrp.ui.settings.table import Category
        from vrp.ui.settings.window import SettingsWindow

        if self._live.snapshot is None:
            self._live.read.connect(lambda: self.open(actions, category), Qt.ConnectionType.SingleShotConnection)
            return
        settings = SettingsWindow(self._live, self._services, actions, self._window)
        settings.move_requested.connect(lambda target: self._moving.ask(target, settings))
        self._moving.refused.connect(settings.tell)
        if category:
            settings.go(Category(category))
        self._services.dialogs.show(settings)
