"""The editor of keys: every command with its keys, found by a word or a key, changed by pressing the new key.

A key that another command has is named with the choice to take it over; no two ever share one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vrp.ui import names
from vrp.ui.actions import ACTIONS, ActionId, plain
from vrp.ui.keymap import Keymap, defaults, refused, shown
from vrp.ui.menu_titles import MENU_TITLES
from vrp.ui.settings.key_field import KeyField
from vrp.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vrp.ui.menus import Actions
    from vrp.ui.settings.live import LiveSettings

_ID: int = Qt.ItemDataRole.UserRole
_PLAIN = {spec.id: spec for spec in ACTIONS}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Keyboard", text)


class KeyboardPage(QWidget):
    """What is changed here is written to the settings, and holds at once."""

    def __init__(self, live: LiveSettings, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._actions = actions
        self._wanted = ""  # a key that another command has, until the person decides
        self._build()
        actions.keys_changed.connect(self._show_keys)
        self._show_keys()
        self.table.selectRow(0)

    # --- building ---

    def _build(self) -> None:
        self.search = QLineEdit(self)
        self.search.setObjectName(names.KEYBOARD_SEARCH)
        self.search.setAccessibleName(_tr("Search commands and keys"))
        self.search.setPlaceholderText(_tr("Search commands and keys"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.table = self._table()
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.field = KeyField(self)
        self.field.setObjectName(names.KEYBOARD_FIELD)
        self.field.setAccessibleName(_tr("New key"))
        self.field.setPlaceholderText(_tr("Press the new key; Esc gives up"))
        self.field.key_pressed.connect(self._on_key)
        self.field.given_up.connect(self._give_up)
        self.field.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.told)
        layout.addWidget(self.field)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self.take = self._button(_tr("Take It Over"), names.KEYBOARD_TAKE, self._take_over)
        self.take.hide()
        self.change = self._button(_tr("New Key…"), names.KEYBOARD_CHANGE, self._ask)
        self.clear = self._button(_tr("No Key"), names.KEYBOARD_CLEAR, lambda: self._set({self._chosen: ()}))
        self.reset = self._button(_tr("Reset"), names.KEYBOARD_RESET, self._reset)
        self.reset_all = self._button(_tr("Reset All"), names.KEYBOARD_RESET_ALL, self._reset_all)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for button in (self.take, self.change, self.clear, self.reset):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.reset_all)
        return row

    def _button(self, text: str, name: str, pressed: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: pressed())
        return button

    def _table(self) -> QTableWidget:
        table = QTableWidget(len(ACTIONS), 3, self)
        table.setObjectName(names.KEYBOARD_TABLE)
        table.setAccessibleName(_tr("Commands and their keys"))
        table.setHorizontalHeaderLabels([_tr("Menu"), _tr("Command"), _tr("Keys")])
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setMinimumHeight(36 * GRID)
        table.verticalHeader().setVisible(False)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for row, spec in enumerate(ACTIONS):
            item = QTableWidgetItem(plain(MENU_TITLES[spec.menu]))
            item.setData(_ID, spec.id)
            table.setItem(row, 0, item)
            table.setItem(row, 1, QTableWidgetItem(spec.plain))
            table.setItem(row, 2, QTableWidgetItem())
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.itemSelectionChanged.connect(self._show_buttons)
        table.doubleClicked.connect(lambda _index: self._ask())
        return table

    # --- showing ---

    def narrow(self, text: str, category: str) -> bool:
        """For the search of the whole window: the commands that it finds, or all where it names the category."""
        of_category = text.casefold() in category.casefold()
        self.search.setText("" if of_category else text)
        return of_category or any(not self.table.isRowHidden(row) for row in range(self.table.rowCount()))

    def select(self, action: ActionId) -> None:
        self.table.selectRow([spec.id for spec in ACTIONS].index(action))

    @property
    def _chosen(self) -> ActionId:
        return ACTIONS[max(self.table.currentRow(), 0)].id

    @property
    def _keymap(self) -> Keymap:
        return self._actions.keymap

    def _show_keys(self) -> None:
        for row, spec in enumerate(ACTIONS):
            item = self.table.item(row, 2)
            if item is not None:
                item.setText("   ".join(map(shown, self._keymap.keys(spec.id))))
                font = item.font()
                font.setBold(self._keymap.is_changed(spec.id))
                item.setFont(font)
        self._show_buttons()

    def _show_buttons(self) -> None:
        keymap, chosen = self._keymap, self._chosen
        self.clear.setEnabled(bool(keymap.keys(chosen)))
        self.reset.setEnabled(keymap.is_changed(chosen))
        self.reset_all.setEnabled(bool(keymap.changed))
        if not self.field.isVisible():
            given = ", ".join(map(shown, defaults(chosen))) or _tr("none")
            self.told.setText(
                _tr("“{command}”: as the program comes, {keys}.").format(command=_PLAIN[chosen].plain, keys=given)
            )

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        for row in range(self.table.rowCount()):
            cells = " ".join(str(self.table.model().index(row, column).data()) for column in range(3)).casefold()
            self.table.setRowHidden(row, not all(word in cells for word in words))

    # --- changing ---

    def _ask(self) -> None:
        self._wanted = ""
        self.take.hide()
        self.field.clear()
        self.field.show()
        self.told.setText(_tr("New key for “{command}”:").format(command=_PLAIN[self._chosen].plain))
        self.field.setFocus()

    def _give_up(self) -> None:
        if not self._wanted:
            self._done()

    def _on_key(self, combination: QKeyCombination) -> None:
        chosen = self._chosen
        key = QKeySequence(combination).toString(QKeySequence.SequenceFormat.PortableText)
        self.field.setText(shown(key))
        if refused(combination, _PLAIN[chosen].scope):
            self.told.setText(
                _tr("{key} is needed for moving about or for writing. Press another.").format(key=shown(key))
            )
            return
        holder = self._keymap.holder(chosen, key)
        if holder is None:
            self._set(self._keymap.giving(chosen, key))
            return
        self._wanted = key
        self.told.setText(
            _tr("{key} belongs to “{command}”. Take it over, or press another.").format(
                key=shown(key), command=_PLAIN[holder].plain
            )
        )
        self.take.show()

    def _take_over(self) -> None:
        if self._wanted:
            self._set(self._keymap.giving(self._chosen, self._wanted))

    def _reset(self) -> None:
        """Its own keys again; whoever has one of them now gives it up."""
        chosen, keymap = self._chosen, self._keymap
        keys = defaults(chosen)
        losers = {keymap.holder(chosen, key) for key in keys} - {None}
        lost = {one: tuple(key for key in keymap.keys(one) if key not in keys) for one in losers if one is not None}
        self._set({**lost, chosen: keys})

    def _reset_all(self) -> None:
        self._set({action: defaults(action) for action in self._keymap.changed})

    def _set(self, keys: Mapping[ActionId, tuple[str, ...]]) -> None:
        """What is as the program comes leaves the settings."""
        self._live.set({f"shortcuts.{one}": None if given == defaults(one) else given for one, given in keys.items()})
        self._done()

    def _done(self) -> None:
        self._wanted = ""
        self.take.hide()
        self.field.hide()
        self._show_buttons()
