"""What would go into a support bundle, part by part, to be read and to be left out before it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vrp.ui import names, texts
from vrp.ui.theme import GRID

if TYPE_CHECKING:
    from vrp.backend.services.bundle_parts import Content, Draft, Part

_PREVIEWED: Final = 100_000  # letters of a file that are shown
_CONTENT: Final = Qt.ItemDataRole.UserRole


def tr(text: str) -> str:
    return QCoreApplication.translate("BundleDialog", text)


class BundleDialog(QDialog):
    """``wanted`` names the parts that are left out."""

    wanted = Signal(object)  # tuple of Part

    def __init__(self, draft: Draft, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(names.BUNDLE_DIALOG)
        self.setWindowTitle(tr("Save Support Bundle"))
        self.resize(108 * GRID, 70 * GRID)
        self.tree = QTreeWidget(self)
        self.tree.setObjectName(names.BUNDLE_TREE)
        self.tree.setAccessibleName(tr("Parts of the bundle"))
        self.tree.setHeaderLabels([tr("Part"), tr("Size")])
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setStretchLastSection(False)
        self.tree.setUniformRowHeights(True)
        self.preview = QPlainTextEdit(self)
        self.preview.setAccessibleName(tr("What the chosen file says"))
        self.preview.setPlaceholderText(tr("Choose a file to read what it says."))
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.preview.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        for content in draft.contents:
            self._add(content)
        self.total = QLabel(self)
        self.tree.itemChanged.connect(self._show_total)
        self.tree.currentItemChanged.connect(self._show_file)
        self._lay_out(draft)
        self._show_total()
        self.tree.setCurrentItem(self._item(0))

    def _add(self, content: Content) -> None:
        told = texts.size(content.size) if content.files or not content.fault else ""
        item = QTreeWidgetItem(self.tree, [_title(content), told])
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Checked)
        item.setData(0, _CONTENT, content)
        for name, text in content.files.items():
            child = QTreeWidgetItem(item, [name, texts.size(len(text.encode(errors="replace")))])
            child.setData(0, _CONTENT, text[:_PREVIEWED])

    def _lay_out(self, draft: Draft) -> None:
        head = QLabel(tr("It is saved to a file that you can read and send. Nothing is sent by itself."), self)
        never = QLabel(tr("Never inside: {things}.").format(things=_never_inside()), self)
        for label in (head, never):
            label.setWordWrap(True)
        line = QLabel(draft.support_line, self)
        line.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        line.setAccessibleName(tr("Support line"))
        line.setProperty("muted", True)
        middle = QSplitter(Qt.Orientation.Horizontal, self)
        middle.addWidget(self.tree)
        middle.addWidget(self.preview)
        middle.setSizes([46 * GRID, 58 * GRID])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.save = buttons.addButton(tr("Save…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setObjectName(names.BUNDLE_SAVE)
        buttons.accepted.connect(self._on_save)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for label in (head, line):
            column.addWidget(label)
        column.addWidget(middle, 1)
        for label in (self.total, never):
            column.addWidget(label)
        column.addWidget(buttons)

    @property
    def without(self) -> tuple[Part, ...]:
        """The parts whose box is not checked."""
        return tuple(self._content(place).part for place in range(self._count) if not self._is_in(place))

    @property
    def _count(self) -> int:
        return self.tree.topLevelItemCount()

    def _content(self, place: int) -> Content:
        content: Content = self._item(place).data(0, _CONTENT)
        return content

    def _item(self, place: int) -> QTreeWidgetItem:
        item = self.tree.topLevelItem(place)
        if item is None:
            raise IndexError(place)
        return item

    def _is_in(self, place: int) -> bool:
        return self._item(place).checkState(0) is Qt.CheckState.Checked

    def _show_total(self) -> None:
        size = sum(self._content(place).size for place in range(self._count) if self._is_in(place))
        self.total.setText(tr("{size} before it is packed").format(size=texts.size(size)))

    def _show_file(self, item: QTreeWidgetItem | None) -> None:
        text = item.data(0, _CONTENT) if item is not None else ""
        self.preview.setPlainText(text if isinstance(text, str) else "")

    def _on_save(self) -> None:
        without = self.without
        self.accept()
        self.wanted.emit(without)


def _title(content: Content) -> str:
    title = {
        "report": tr("What Diagnostics shows"),
        "logs": tr("Log of the last 24 hours"),
        "metrics": tr("How long things took"),
        "jobs": tr("Tasks"),
        "schema": tr("Form of the database, without its rows"),
        "settings": tr("Settings"),
        "crashes": tr("Crash reports"),
    }[content.part]
    if content.fault:
        return tr("{part}: could not be made ({reason})").format(part=title, reason=content.fault)
    if content.withheld:
        return tr("{part}, {count} lines withheld").format(part=title, count=content.withheld)
    return title


def _never_inside() -> str:
    from vrp.backend.services.bundle_parts import NEVER_INSIDE

    return QLocale().createSeparatedList([texts.translated(one) for one in NEVER_INSIDE])
