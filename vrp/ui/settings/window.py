"""The settings window: categories at the left, their rows at the right, a field that finds a setting by its words.

There is nothing to confirm: what is chosen holds and is written at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QSystemTrayIcon,
    QVBoxLayout,
    QWidget,
)

from vrp.ui import fault_texts, names
from vrp.ui.settings import controls
from vrp.ui.settings.keyboard_page import KeyboardPage
from vrp.ui.settings.row import RowWidget
from vrp.ui.settings.section import FileNote, RowSection, Section
from vrp.ui.settings.table import (
    Category,
    Choice,
    Device,
    Devices,
    Folder,
    LibraryPlace,
    Number,
    Row,
    Share,
    Switch,
    Text,
    rows_of,
    translated,
)
from vrp.ui.theme import GRID

if TYPE_CHECKING:
    from vrp.backend.errors import VrpError
    from vrp.ui.menus import Actions
    from vrp.ui.services import Services
    from vrp.ui.settings.live import LiveSettings, Snapshot

_LIST_WIDTH: Final = 28 * GRID


class SettingsWindow(QDialog):
    """Over the live settings; the library's folder is the one that is not set but moved."""

    move_requested = Signal(object)  # Path: the library is to lie there

    def __init__(self, live: LiveSettings, services: Services, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._services = services
        self.setObjectName(names.SETTINGS)
        self.setWindowTitle(self.tr("Settings"))
        self.resize(124 * GRID, 84 * GRID)
        self.keyboard = KeyboardPage(live, actions, self)
        self.sections = {category: self._section(category) for category in Category}
        self._lay_out()
        live.read.connect(self._show_values)
        live.failed.connect(self.tell)
        self._show_values()
        self.go(Category.LIBRARY)
        self.categories.setFocus()

    # --- building ---

    def _section(self, category: Category) -> Section:
        if category is Category.KEYBOARD:
            return Section(category, self.keyboard, self)
        has_tray = QSystemTrayIcon.isSystemTrayAvailable()
        rows = [self._row(row) for row in rows_of(category) if has_tray or not row.needs_tray]
        note = FileNote(self) if category is Category.DIAGNOSTICS else None
        section = RowSection(category, rows, note, self)
        section.reset.connect(self._reset)
        return section

    def _row(self, row: Row) -> RowWidget:
        widget = RowWidget(row, self._control(row), self)
        widget.chosen.connect(self._choose)
        widget.reset.connect(lambda row: self._reset([row]))
        return widget

    def _control(self, row: Row) -> controls.Control:
        match row.kind:
            case Choice():
                return controls.ChoiceBox(row.kind, self)
            case Switch():
                return controls.SwitchBox(row.kind, self)
            case Number():
                from vrp.backend.settings import bounds_of

                return controls.NumberBox(row.kind, bounds_of(row.key), self)
            case Share():
                return controls.ShareSlider(self)
            case Text():
                return controls.TextField(row.kind, self)
            case Device(which):
                found = self._services.recorder.devices if which is Devices.INPUTS else self._services.player.outputs
                return controls.DeviceBox([(one.id, one.name) for one in found], self)
            case Folder(title):
                return controls.FolderField(self.tr("Change…"), lambda: self._ask(translated(title)), self)
            case LibraryPlace():
                return controls.FolderField(self.tr("Move…"), lambda: self._ask(self.tr("Move the Library To")), self)

    def _lay_out(self) -> None:
        self.search = QLineEdit(self)
        self.search.setObjectName(names.SETTINGS_SEARCH)
        self.search.setAccessibleName(self.tr("Search settings"))
        self.search.setPlaceholderText(self.tr("Search settings"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.categories = QListWidget(self)
        self.categories.setObjectName(names.SETTINGS_CATEGORIES)
        self.categories.setAccessibleName(self.tr("Categories"))
        self.categories.addItems([translated(category) for category in Category])
        self.categories.currentRowChanged.connect(self._on_category)
        self.notice = QLabel(self)
        self.notice.setObjectName(names.SETTINGS_NOTICE)
        self.notice.setWordWrap(True)
        self.notice.hide()
        left = QVBoxLayout()
        left.setSpacing(GRID)
        left.addWidget(self.search)
        left.addWidget(self.categories, 1)
        right = QVBoxLayout()
        right.setSpacing(GRID)
        right.addWidget(self.notice)
        right.addWidget(self._pages(), 1)
        both = QHBoxLayout()
        both.setSpacing(2 * GRID)
        both.addLayout(left)
        both.addLayout(right, 1)
        self.search.setFixedWidth(_LIST_WIDTH)
        self.categories.setFixedWidth(_LIST_WIDTH)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addLayout(both, 1)
        layout.addWidget(buttons)

    def _pages(self) -> QScrollArea:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(GRID, 0, 2 * GRID, 0)
        column.setSpacing(4 * GRID)
        self._nothing = QLabel(self.tr("No setting is found by these words."), inner)
        self._nothing.setProperty("muted", True)
        column.addWidget(self._nothing)
        for section in self.sections.values():
            if section.category is not Category.KEYBOARD:
                column.addWidget(section)
        column.addWidget(self.sections[Category.KEYBOARD], 1)  # the last of what a search finds, and as high as can be
        column.addStretch()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    # --- finding ---

    def go(self, category: Category) -> None:
        """Show one category."""
        self.categories.setCurrentRow(list(Category).index(category))
        self._find(self.search.text())

    def _on_category(self, _place: int) -> None:
        if self.search.text():
            self.search.clear()
        self._find("")

    def _find(self, text: str) -> None:
        words, current = text.strip(), list(Category)[max(self.categories.currentRow(), 0)]
        found = False
        for category, section in self.sections.items():
            if words:
                section.setVisible(section.narrow(words))
            else:
                section.narrow("")
                section.setVisible(category is current)
            found = found or not section.isHidden()
        self._nothing.setVisible(not found)

    # --- values ---

    def _show_values(self) -> None:
        found = self._live.snapshot
        if found is None or self._live.is_busy:
            return
        for section in self.sections.values():
            section.show_snapshot(found, lambda row: self._shown(found, row), self._services.settings.path)
        self.notice.setText(found.unreadable)
        self.notice.setVisible(bool(found.unreadable))

    def _shown(self, found: Snapshot, row: Row) -> object:
        """Of folders the one in use, which the settings may leave to the program."""
        if isinstance(row.kind, LibraryPlace):
            return self._services.paths.root
        if row.key == "backup.folder":
            return self._services.store().root
        return found.value(row.key)

    def _choose(self, row: Row, value: object) -> None:
        if isinstance(row.kind, LibraryPlace):
            self.move_requested.emit(value)
            return
        changes: dict[str, object] = dict.fromkeys(row.clears)
        self._live.set({**changes, row.key: str(value) if isinstance(value, Path) else value})

    def _reset(self, rows: list[Row]) -> None:
        self._live.set({row.key: None for row in rows if not isinstance(row.kind, LibraryPlace)})

    def _ask(self, title: str) -> Path | None:
        return self._services.dialogs.choose_folder(self, title)

    def tell(self, error: VrpError) -> None:
        """Something that was wanted here was refused."""
        self.notice.setText(fault_texts.message(error))
        self.notice.show()
