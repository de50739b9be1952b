"""The table of actions as Qt's actions, with their keys, and the menus that are made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from vrp.ui.actions import ACTIONS, ActionId, ActionSpec, Scope
from vrp.ui.icons import icon
from vrp.ui.keymap import Keymap, shown
from vrp.ui.menu_titles import Menu, translated
from vrp.ui.theme import Scheme, colours

_SCHEMES: Final = {
    Scheme.SYSTEM: ActionId.SCHEME_SYSTEM,
    Scheme.LIGHT: ActionId.SCHEME_LIGHT,
    Scheme.DARK: ActionId.SCHEME_DARK,
    Scheme.CONTRAST: ActionId.SCHEME_CONTRAST,
}


class Actions(QObject):
    """The table as QActions. ``handlers`` names what each one does; one without a handler is an error at start."""

    keys_changed = Signal()

    def __init__(
        self, window: QWidget, handlers: Mapping[ActionId, Callable[[], object]], keymap: Keymap | None = None
    ) -> None:
        super().__init__(window)
        self.keymap = keymap or Keymap()
        self._actions = {spec.id: self._made(spec, handlers[spec.id]) for spec in ACTIONS}
        window.addActions([self._actions[spec.id] for spec in ACTIONS if spec.scope is Scope.WINDOW])

    def __getitem__(self, action: ActionId) -> QAction:
        return self._actions[action]

    def _made(self, spec: ActionSpec, handler: Callable[[], object]) -> QAction:
        action = QAction(translated(spec.text), self)
        action.setObjectName(spec.id)
        action.setShortcuts(_sequences(self.keymap.keys(spec.id)))
        action.setMenuRole(spec.role)
        action.setCheckable(spec.checkable)
        if spec.scope is not Scope.WINDOW:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: handler())
        return action

    def use(self, keymap: Keymap) -> None:
        """Other keys from now on."""
        self.keymap = keymap
        for spec in ACTIONS:
            self._actions[spec.id].setShortcuts(_sequences(keymap.keys(spec.id)))
        self.keys_changed.emit()

    def key(self, action: ActionId) -> str:
        """Its first key as this system writes it; empty where it has none."""
        keys = self.keymap.keys(action)
        return shown(keys[0]) if keys else ""

    def put_keys_on(self, widget: QWidget, scopes: Iterable[Scope]) -> None:
        """Make the keys of ``scopes`` work while ``widget`` has the focus."""
        wanted = set(scopes)
        widget.addActions([self._actions[spec.id] for spec in ACTIONS if spec.scope in wanted])

    def fill(self, menus: Mapping[Menu, QMenu]) -> None:
        for spec in ACTIONS:
            if spec.starts_group:
                menus[spec.menu].addSeparator()
            menus[spec.menu].addAction(self._actions[spec.id])

    def menu(self, parent: QWidget, groups: Iterable[Iterable[ActionId]]) -> QMenu:
        """A context menu; it repeats what the menu bar has, and leaves out what cannot be done."""
        result = QMenu(parent)
        for group in groups:
            usable = [self._actions[one] for one in group if self._actions[one].isEnabled()]
            if usable and not result.isEmpty():
                result.addSeparator()
            result.addActions(usable)
        return result

    def allow(self, action: ActionId, reason: str = "") -> None:
        """Enable it, or disable it and say why in its tooltip and status tip."""
        self._actions[action].setEnabled(not reason)
        self._actions[action].setStatusTip(reason)
        self._actions[action].setToolTip(reason)

    def show_scheme(self, chosen: Scheme) -> None:
        """Mark the scheme that is in force."""
        for scheme, action in _SCHEMES.items():
            self._actions[action].setChecked(scheme is chosen)

    def colour(self) -> None:
        """Draw the icons again, in the colours of the scheme in force."""
        for spec in ACTIONS:
            if spec.icon:
                colour = colours().record if spec.icon == "record" else None
                self._actions[spec.id].setIcon(icon(spec.icon, colour))


def _sequences(keys: Iterable[str]) -> list[QKeySequence]:
    return [QKeySequence(key, QKeySequence.SequenceFormat.PortableText) for key in keys]
