"""Which keys each command has: those of the table of actions, and those that the person chose in their place.

Keys are text in Qt's portable form ("Ctrl+Shift+Z"), so that settings and manual read the same on every system.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from vrp.ui.actions import ACTIONS, ActionId, ActionSpec, Scope, plain
from vrp.ui.menu_titles import MENU_TITLES

_SPECS: Final[dict[ActionId, ActionSpec]] = {spec.id: spec for spec in ACTIONS}
_MOVING: Final = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TYPING: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_FIRST_SPECIAL: Final = 0x0100_0000  # keys below it write a letter, a figure or a sign


class Keymap:
    """The keys in force. ``changed`` is what the settings hold; what no command or Qt understands is left out."""

    def __init__(self, changed: Mapping[str, Sequence[str]] | None = None) -> None:
        self._changed = {
            ActionId(name): tuple(filter(None, map(portable, keys)))
            for name, keys in (changed or {}).items()
            if name in set(ActionId)
        }

    def keys(self, action: ActionId) -> tuple[str, ...]:
        """The keys of a command; the first is the one that menus show."""
        return self._changed.get(action, defaults(action))

    def is_changed(self, action: ActionId) -> bool:
        return self.keys(action) != defaults(action)

    @property
    def changed(self) -> tuple[ActionId, ...]:
        """The commands whose keys the person chose."""
        return tuple(spec.id for spec in ACTIONS if spec.id in self._changed)

    def holder(self, action: ActionId, key: str) -> ActionId | None:
        """Another command that has ``key`` where ``action`` works as well."""
        wanted = portable(key)
        for spec in ACTIONS:
            if spec.id is not action and _meet(spec, _SPECS[action]) and wanted in self.keys(spec.id):
                return spec.id
        return None

    def clashes(self) -> list[tuple[ActionId, ActionId, str]]:
        """Pairs of commands that share a key, of which Qt would do neither."""
        return [
            (spec.id, other, key)
            for spec in ACTIONS
            for key in self.keys(spec.id)
            if (other := self.holder(spec.id, key)) is not None
        ]

    def giving(self, action: ActionId, key: str) -> dict[ActionId, tuple[str, ...]]:
        """What changes when ``key`` becomes the first key of ``action`` and whoever has it gives it up."""
        result = {action: (key, *(one for one in self.keys(action)[1:] if one != key))}
        if (loser := self.holder(action, key)) is not None:
            result[loser] = tuple(one for one in self.keys(loser) if one != key)
        return result


def defaults(action: ActionId) -> tuple[str, ...]:
    """The keys of the table, in portable form."""
    return tuple(portable(key) for key in _SPECS[action].keys)


def portable(key: str) -> str:
    """The form in which keys are compared and stored; empty for what is no key."""
    sequence = QKeySequence(key, QKeySequence.SequenceFormat.PortableText)
    text = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    return text if QKeySequence(text, QKeySequence.SequenceFormat.PortableText) == sequence else ""


def shown(key: str) -> str:
    """As this system writes it."""
    return QKeySequence(key, QKeySequence.SequenceFormat.PortableText).toString(QKeySequence.SequenceFormat.NativeText)


def refused(combination: QKeyCombination, scope: Scope) -> bool:
    """Whether a key is needed for moving about, or for writing where the command would work in text fields."""
    key, modifiers = combination.key(), combination.keyboardModifiers()
    if key in _MOVING and not modifiers & ~_TYPING:
        return True
    writes = key < _FIRST_SPECIAL and not modifiers & ~_TYPING
    return writes and scope is Scope.WINDOW


def _meet(one: ActionSpec, other: ActionSpec) -> bool:
    """The table has the keys of each scope when it has the focus, so any two can meet."""
    return one.scope is other.scope or Scope.WINDOW in {one.scope, other.scope} or {one.scope, other.scope} <= _TABLE


_TABLE: Final = {Scope.LIBRARY, Scope.PLAYBACK}


def listing(keymap: Keymap) -> list[tuple[str, str, tuple[str, ...]]]:
    """Menu, command and keys of everything that has a key, in the order of the menus."""
    return [
        (plain(MENU_TITLES[spec.menu]), spec.plain, keymap.keys(spec.id)) for spec in ACTIONS if keymap.keys(spec.id)
    ]
