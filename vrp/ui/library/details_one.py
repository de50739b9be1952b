"""The details of one recording: what a person writes about it, and what there is to know of its file."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vrp.backend.domain.recordings import Recording, Status
from vrp.backend.domain.rules import RecordingBusinessRules as Rules
from vrp.ui import names, texts
from vrp.ui.icons import icon
from vrp.ui.library import facts
from vrp.ui.library.notes_field import NotesField
from vrp.ui.library.quiet_label import quiet_label
from vrp.ui.library.tag_editor import TagEditor
from vrp.ui.library.title_field import TitleField
from vrp.ui.theme import GRID, colours

PAUSE_MS: Final = 1_500  # of typing, after which notes are saved
_LONG_WORD: Final = 24  # signs


class OneDetails(QWidget):
    """It asks for changes by signals, and shows what it is given."""

    title_wanted = Signal(object, str)  # Recording, title
    notes_wanted = Signal(object, str, int)  # Recording, notes, the number of this stay in the field
    favourite_wanted = Signal(object, bool)
    tag_added = Signal(object, str)
    tag_removed = Signal(object, str)
    tag_opened = Signal(str)
    show_file = Signal(object)
    check = Signal(object)
    copy = Signal(object, str)  # Recording, "path", "checksum" or "text"

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.recording: Recording | None = None
        self._stay = 0
        self.title = self._title_field()
        self.star = self._star_button()
        self.tags = TagEditor(self)
        self.tags.added.connect(lambda tag: self._ask(self.tag_added, tag))
        self.tags.removed.connect(lambda tag: self._ask(self.tag_removed, tag))
        self.tags.opened.connect(self.tag_opened)
        self.notes = self._notes_field()
        self._facts = FactList(self)
        self._path = quiet_label(self, names.DETAILS_PATH)
        self._checksum = quiet_label(self, names.DETAILS_CHECKSUM)
        self._checked = quiet_label(self, names.DETAILS_CHECKED)
        self._lay_out()

    # --- what it is made of ---

    def _title_field(self) -> TitleField:
        field = TitleField(self)
        field.setObjectName(names.DETAILS_TITLE)
        field.setAccessibleName(self.tr("Title"))
        field.setMaxLength(Rules.MAX_TITLE_CHARACTERS)
        field.editingFinished.connect(self._save_title)
        return field

    def _star_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(names.DETAILS_STAR)
        button.setProperty("flat", True)
        button.setCheckable(True)
        button.setIconSize(QSize(20, 20))
        button.setAccessibleName(self.tr("Favourite"))
        button.clicked.connect(lambda checked: self._ask(self.favourite_wanted, checked))
        return button

    def _notes_field(self) -> NotesField:
        field = NotesField(self)
        field.setObjectName(names.DETAILS_NOTES)
        field.setAccessibleName(self.tr("Notes"))
        field.setPlaceholderText(self.tr("Notes"))
        field.setTabChangesFocus(True)
        field.setMinimumHeight(12 * GRID)
        field.setMaximumHeight(20 * GRID)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._save_notes)
        field.left.connect(self._leave_notes)
        field.textChanged.connect(self._on_notes_typed)
        return field

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID // 2)
        head.addWidget(self.title, 1)
        head.addWidget(self.star)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(head)
        for part in (self.tags, self.notes, self._facts, self._path, *self._file_buttons(), self._checksum):
            column.addWidget(part)
        column.addWidget(self._checked)
        column.addWidget(self._check_button())
        column.addWidget(self._copy_button())
        column.addStretch(1)

    def _file_buttons(self) -> tuple[QWidget, ...]:
        self.show_button = QPushButton(self.tr("Show in File Manager"), self)
        self.show_button.setObjectName(names.DETAILS_SHOW_FILE)
        self.show_button.clicked.connect(lambda: self._ask(self.show_file))
        return (self.show_button,)

    def _check_button(self) -> QPushButton:
        self.check_button = QPushButton(self.tr("Check Now"), self)
        self.check_button.setObjectName(names.DETAILS_CHECK)
        self.check_button.clicked.connect(self._on_check)
        return self.check_button

    def _copy_button(self) -> QPushButton:
        button = QPushButton(self.tr("Copy"), self)
        button.setObjectName(names.DETAILS_COPY)
        menu = QMenu(button)
        for what, label in (
            ("path", self.tr("File Path")),
            ("checksum", self.tr("Checksum")),
            ("text", self.tr("Details as Text")),
        ):
            menu.addAction(label).triggered.connect(partial(self._copy, what))
        button.setMenu(menu)
        self.copy_menu = menu
        return button

    # --- showing ---

    def show_recording(self, recording: Recording, path: Path, search: str = "") -> None:
        """Another one, or the same as it is now. Words that are being typed stay; ``search`` is marked in them."""
        same = self.recording is not None and self.recording.id == recording.id
        if not same:
            self.leave()
        typing_title = same and self.title.hasFocus() and self.title.isModified()
        typing_notes = same and self.notes.document().isModified()
        self.recording = recording
        if not typing_title and self.title.text() != recording.title:
            self.title.setText(recording.title)
            self.title.setCursorPosition(0)
        if not typing_notes and self.notes.toPlainText() != recording.notes:
            self._show_notes(recording.notes)
        self.notes.mark(search)
        in_trash = recording.status is Status.DELETED
        self.title.setReadOnly(in_trash)
        self.notes.setReadOnly(in_trash)
        self.tags.setEnabled(not in_trash)
        self.star.setEnabled(not in_trash)
        self.tags.show_tags(recording.tags)
        self._show_star(recording.favourite)
        self._facts.show_facts(facts.technical(recording))
        self._path.setText(breakable(texts.place(path)))
        self._path.setToolTip(str(path))
        self._checksum.setText(self.tr("SHA-256 {sum}").format(sum=breakable(recording.checksum)))
        if not same:
            self._checked.setText("")
            self.check_button.setEnabled(True)

    def show_checked(self, when: datetime | None) -> None:
        self._checked.setText(facts.checked(when))
        self.check_button.setEnabled(True)

    def show_found(self, sentence: str) -> None:
        """What a check has found."""
        self._checked.setText(sentence)
        self.check_button.setEnabled(True)

    def leave(self) -> None:
        """Save what is being typed, because something else is to be shown."""
        self._save_title()
        self._leave_notes()

    def _show_notes(self, text: str) -> None:
        self.notes.blockSignals(True)
        self.notes.setPlainText(text)
        self.notes.blockSignals(False)
        self.notes.document().setModified(False)

    def _show_star(self, favourite: bool) -> None:
        self.star.setChecked(favourite)
        table = colours()
        self.star.setIcon(icon("star-full" if favourite else "star", table.accent if favourite else table.muted))
        self.star.setToolTip(self.tr("Remove from Favourites") if favourite else self.tr("Add to Favourites"))

    # --- asking ---

    def _ask(self, signal: object, *values: object) -> None:
        if self.recording is not None:
            signal.emit(self.recording, *values)  # type: ignore[attr-defined]  # one of the signals above

    def _copy(self, what: str, _checked: bool = False) -> None:
        self._ask(self.copy, what)

    def _save_title(self) -> None:
        title = self.title.text().strip()
        if self.recording is None or not self.title.isModified():
            return
        self.title.setModified(False)
        if not title:
            self.title.setText(self.recording.title)
        elif title != self.recording.title:
            self._ask(self.title_wanted, title)

    def _on_notes_typed(self) -> None:
        self.notes.document().setModified(True)
        self._pause.start()

    def _save_notes(self) -> None:
        self._pause.stop()
        if self.recording is None or not self.notes.document().isModified():
            return
        self.notes.document().setModified(False)
        if self.notes.toPlainText() != self.recording.notes:
            self._ask(self.notes_wanted, self.notes.toPlainText(), self._stay)

    def _leave_notes(self) -> None:
        self._save_notes()
        self._stay += 1

    def _on_check(self) -> None:
        self.check_button.setEnabled(False)
        self._checked.setText(self.tr("Checking…"))
        self._ask(self.check)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.recording is not None:
            self._show_star(self.recording.favourite)


class FactList(QWidget):
    """Names and values in two columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []

    def show_facts(self, lines: facts.Facts) -> None:
        while len(self._rows) < len(lines):
            name, value = quiet_label(self), quiet_label(self)
            value.setProperty("muted", False)
            name.setWordWrap(False)
            name.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
            # By the window's direction: a label goes by its text's own, and a Latin value would leave the column.
            side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
            value.setAlignment(Qt.AlignmentFlag.AlignTop | side | Qt.AlignmentFlag.AlignAbsolute)
            self._grid.addWidget(name, len(self._rows), 0)
            self._grid.addWidget(value, len(self._rows), 1)
            self._rows.append((name, value))
        for place, (name, value) in enumerate(self._rows):
            name.setVisible(place < len(lines))
            value.setVisible(place < len(lines))
            if place < len(lines):
                name.setText(lines[place][0])
                value.setText(breakable(lines[place][1]))


def breakable(text: str) -> str:
    """A long word, such as a path, may be broken after each few signs."""
    if all(len(word) <= _LONG_WORD for word in text.split()):
        return text
    return "\N{ZERO WIDTH SPACE}".join(text[start : start + 8] for start in range(0, len(text), 8))
