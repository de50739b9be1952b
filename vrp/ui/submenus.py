"""Menus whose items are choices that the window shows elsewhere as well: each is filled when it is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from vrp.backend.domain.queries import SortKey
from vrp.ui.actions import ActionId
from vrp.ui.library.columns import SORT_KEYS, heading
from vrp.ui.menu_titles import Menu

if TYPE_CHECKING:
    from vrp.ui.library.table import LibraryTable
    from vrp.ui.menus import Actions


def _tr(text: str) -> str:
    return QCoreApplication.translate("Submenus", text)


@dataclass(frozen=True, slots=True)
class Option:
    """``choose`` does it; ``chosen``: it is what holds now."""

    text: str
    chosen: bool
    choose: Callable[[], object]


class ChoiceMenu(QMenu):
    """The options as they are at the moment in which it opens, the one that holds with a mark."""

    def __init__(self, title: str, options: Callable[[], Iterable[Option]], parent: QWidget) -> None:
        super().__init__(title, parent)
        self._options = options
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        self.clear()
        for option in self._options():
            action = QAction(option.text.replace("&", "&&"), self)
            action.setCheckable(True)
            action.setChecked(option.chosen)
            action.triggered.connect(lambda _checked=False, choose=option.choose: choose())
            self.addAction(action)


def add_submenus(
    menus: Mapping[Menu, QMenu], actions: Actions, table: LibraryTable, device: QComboBox, speed: QComboBox
) -> None:
    """Sort By in View; Input Device and Speed in Recording."""
    view, recording = menus[Menu.VIEW], menus[Menu.RECORDING]
    _insert_after(view, actions[ActionId.DETAILS], ChoiceMenu(_tr("Sort &By"), lambda: _columns(table), view))
    _insert_after(
        recording,
        actions[ActionId.PAUSE_RECORDING],
        ChoiceMenu(_tr("&Input Device"), lambda: _items(device), recording),
    )
    _insert_after(recording, actions[ActionId.FASTER], ChoiceMenu(_tr("Spee&d"), lambda: _items(speed), recording))


def _insert_after(menu: QMenu, action: QAction, submenu: QMenu) -> None:
    """At the end of the group of ``action``, before the line that follows."""
    items = menu.actions()
    menu.insertMenu(items[items.index(action) + 1], submenu)


def _columns(table: LibraryTable) -> Iterable[Option]:
    """Choosing the one that holds turns its order round, as a click on its head does."""
    query = table.library.query
    for column, key in SORT_KEYS.items():
        if key is not SortKey.DELETED or query.trash:
            yield Option(heading(column), key is query.order, partial(table.sort_by, column))
    if query.search.strip():
        yield Option(_tr("Relevance"), query.order is SortKey.RELEVANCE, table.library.sort_by_relevance)


def _items(box: QComboBox) -> Iterable[Option]:
    for place in range(box.count() if box.isEnabled() else 0):
        yield Option(box.itemText(place), place == box.currentIndex(), partial(_choose, box, place))


def _choose(box: QComboBox, place: int) -> None:
    box.setCurrentIndex(place)
    box.activated.emit(place)
