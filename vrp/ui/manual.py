"""The manual in a window of its own: the pages that the program carries, found by words, with links between them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vrp.backend.paths import manual_page
from vrp.ui import names
from vrp.ui.icons import icon
from vrp.ui.theme import GRID

FIRST: Final = "manual.md"
PAGES: Final = (
    FIRST, "shortcuts.md", "backups.md", "health.md", "diagnostics.md", "logging.md", "cli.md", "errors.md",
    "postgresql.md",
)  # fmt: skip
_BLOCK: Final = Qt.ItemDataRole.UserRole


class Manual(QDialog):
    """Beside the window, so that one can read and do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(names.MANUAL)
        self.setWindowTitle(self.tr("User Manual"))
        self.resize(112 * GRID, 88 * GRID)
        self.page = QTextBrowser(self)
        self.page.setObjectName(names.MANUAL_PAGE)
        self.page.setAccessibleName(self.tr("Page of the manual"))
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(2 * GRID)
        self.page.anchorClicked.connect(self._follow)
        self.page.sourceChanged.connect(self._on_page)
        self.contents = QListWidget(self)
        self.contents.setObjectName(names.MANUAL_CONTENTS)
        self.contents.setAccessibleName(self.tr("Contents of this page"))
        self.contents.setFixedWidth(28 * GRID)
        self.contents.setWordWrap(True)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.currentItemChanged.connect(self._go_to)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addLayout(self._top())
        below = QHBoxLayout()
        below.setSpacing(2 * GRID)
        below.addWidget(self.contents)
        below.addWidget(self.page, 1)
        layout.addLayout(below, 1)
        self.open(FIRST)
        self.search.setFocus()

    def _top(self) -> QHBoxLayout:
        self.back = self._button("back", self.tr("Page before"), self.page.backward)
        self.back.setEnabled(False)
        self.page.backwardAvailable.connect(self.back.setEnabled)
        home = self._button("library", self.tr("First page"), lambda: self.open(FIRST))
        self.search = QLineEdit(self)
        self.search.setObjectName(names.MANUAL_SEARCH)
        self.search.setAccessibleName(self.tr("Search the manual"))
        self.search.setPlaceholderText(self.tr("Search the manual; Enter goes on"))
        self.search.setClearButtonEnabled(True)
        self.search.returnPressed.connect(self.find_next)
        self.told = QLabel(self)
        self.told.setProperty("muted", True)
        top = QHBoxLayout()
        top.setSpacing(GRID)
        for widget in (self.back, home):
            top.addWidget(widget)
        top.addWidget(self.search, 1)
        top.addWidget(self.told)
        return top

    def _button(self, picture: str, name: str, pressed: object) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("flat", True)
        button.setIconSize(QSize(20, 20))
        button.setFixedSize(5 * GRID, 5 * GRID)
        button.setIcon(icon(picture))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setAutoRaise(True)
        button.clicked.connect(pressed)
        return button

    # --- pages ---

    def open(self, name: str) -> None:  # type: ignore[override]  # a page; the dialog's own has no use here
        """Show a page of the manual."""
        self.page.setSource(QUrl.fromLocalFile(str(manual_page(name))), QTextDocument.ResourceType.MarkdownResource)

    @property
    def shown(self) -> str:
        """The name of the page."""
        return self.page.source().fileName()

    def _follow(self, link: QUrl) -> None:
        """Pages of the manual only: nothing here leads out of the program."""
        if link.fileName() in PAGES:
            self.open(link.fileName())

    def _on_page(self) -> None:
        self.contents.clear()
        block = self.page.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() in (1, 2, 3):
                item = QListWidgetItem(block.text(), self.contents)
                item.setData(_BLOCK, block.position())
            block = block.next()

    def _go_to(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            cursor = QTextCursor(self.page.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            self.page.setTextCursor(cursor)  # from the end, so that the heading comes to stand at the top
            cursor.setPosition(item.data(_BLOCK))
            self.page.setTextCursor(cursor)

    # --- finding ---

    def find_next(self) -> None:
        """The next place with these words, on this page, then on the following ones."""
        text = self.search.text().strip()
        self.told.clear()
        if not text or self.page.find(text):
            return
        start = PAGES.index(self.shown)
        for name in (*PAGES[start + 1 :], *PAGES[: start + 1]):
            if text.casefold() in manual_page(name).read_text(encoding="utf-8").casefold():
                self.open(name)
                self.page.moveCursor(QTextCursor.MoveOperation.Start)
                if self.page.find(text):
                    return
        self.told.setText(self.tr("Not found"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "search"):
            self.page.reload()  # the colours of links are set when a page is read
