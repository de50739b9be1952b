"""The details of several recordings: what they share, their tags, and new titles from a pattern."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from vrp.backend.domain.recordings import Recording, Status
from vrp.backend.domain.title_patterns import NewTitle, TitleFault, new_titles, unknown_placeholders
from vrp.ui import names, texts
from vrp.ui.library import facts
from vrp.ui.library.details_one import FactList, breakable
from vrp.ui.library.quiet_label import quiet_label
from vrp.ui.library.tag_editor import TagEditor
from vrp.ui.theme import GRID

PREVIEWED: Final = 3
AT_ONCE: Final = 100  # titles that are looked at with each key; of more a job does, when the typing rests
_REST_MS: Final = 150


class SeveralDetails(QWidget):
    """It asks for changes by signals. Nothing is changed while a pattern is typed; the preview shows what would be."""

    tag_added = Signal(str)
    tag_removed = Signal(str)
    tag_opened = Signal(str)
    pattern_wanted = Signal(str)
    check_wanted = Signal(str, object, int)  # pattern, list[Recording], how many are selected

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(names.BATCH)
        self._recordings: list[Recording] = []
        self._selected = 0
        self._count = quiet_label(self)
        self._count.setProperty("muted", False)
        self.tags = TagEditor(self)
        self.tags.added.connect(self.tag_added)
        self.tags.removed.connect(self.tag_removed)
        self.tags.opened.connect(self.tag_opened)
        self._facts = FactList(self)
        self.pattern = self._pattern_field()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(
            lambda: self.check_wanted.emit(self.pattern.text(), self._recordings, self._selected)
        )
        self.preview = quiet_label(self, names.BATCH_PREVIEW)
        self.fault = quiet_label(self, names.BATCH_FAULT)
        self.apply = QPushButton(self.tr("Rename"), self)
        self.apply.setObjectName(names.BATCH_APPLY)
        self.apply.clicked.connect(self._on_apply)
        self._lay_out()

    def _pattern_field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(names.BATCH_PATTERN)
        field.setAccessibleName(self.tr("Pattern for new titles"))
        field.setPlaceholderText(self.tr("For example {example}").format(example="{date} {title}"))
        field.setToolTip(self.tr("Placeholders: {names}").format(names="{title} {date} {time} {number} {tag}"))
        field.textChanged.connect(self._show_preview)
        field.returnPressed.connect(self._on_apply)
        return field

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        heading = QLabel(self.tr("New titles"), self)
        heading.setBuddy(self.pattern)
        placeholders = quiet_label(self)
        placeholders.setText("{title} {date} {time} {number} {tag}")
        for part in (
            self._count,
            self.tags,
            self._facts,
            heading,
            self.pattern,
            placeholders,
            self.preview,
            self.fault,
        ):
            column.addWidget(part)
        column.addWidget(self.apply)
        column.addStretch(1)

    def show_recordings(self, recordings: Sequence[Recording], count: int) -> None:
        """``count``: how many are selected, also of those that are not in memory."""
        self._recordings, self._selected = list(recordings), count
        self._count.setText(self.tr("{recordings} selected").format(recordings=texts.recordings(count)))
        everywhere, somewhere = _tags(recordings)
        self.tags.show_tags(everywhere, somewhere)
        self._facts.show_facts(facts.shared(recordings))
        usable = all(one.status is not Status.DELETED for one in recordings)
        self.tags.setEnabled(usable)
        self.pattern.setEnabled(usable)
        self._show_preview()

    def show_checked(self, pattern: str, recordings: Sequence[Recording], titles: Sequence[NewTitle]) -> None:
        """What `check_wanted` asked for; of another pattern or other recordings by now it says nothing."""
        if recordings is self._recordings and pattern == self.pattern.text():
            self._show_titles(titles)

    def _show_preview(self) -> None:
        typed, near = self.pattern.text(), self._recordings[:AT_ONCE]
        self._show_titles(new_titles(typed, near, total=self._selected) if typed else [])
        self._rest.stop()
        if typed and len(self._recordings) > AT_ONCE:
            self._rest.start()

    def _show_titles(self, titles: Sequence[NewTitle]) -> None:
        lines = [breakable(texts.isolated(one.text)) for one in titles[:PREVIEWED]]
        more = self._selected - PREVIEWED
        if titles and more > 0:
            lines.append(self.tr("and {count} more").format(count=more))
        fault = next((one.fault for one in titles if one.fault is not None), None)
        self.preview.setText("\n".join(lines) if fault is not TitleFault.UNKNOWN else "")
        self.preview.setVisible(bool(self.preview.text()))
        self.fault.setText(self._sentence(fault, sum(one.fault is not None for one in titles)))
        self.fault.setVisible(fault is not None)
        self.apply.setText(self.tr("Rename {recordings}").format(recordings=texts.recordings(self._selected)))
        self.apply.setEnabled(bool(titles) and fault is None and self.pattern.isEnabled())

    def _sentence(self, fault: TitleFault | None, count: int) -> str:
        if fault is None:
            return ""
        if fault is TitleFault.UNKNOWN:
            unknown = " ".join(f"{{{name}}}" for name in unknown_placeholders(self.pattern.text()))
            return self.tr("There is no placeholder {names}").format(names=unknown)
        return {
            TitleFault.EMPTY: self.tr("The title of {recordings} would be empty"),
            TitleFault.TOO_LONG: self.tr("The title of {recordings} would be too long"),
            TitleFault.NOT_ALLOWED: self.tr("The title of {recordings} would hold a sign that is not allowed"),
        }[fault].format(recordings=texts.recordings(count))

    def _on_apply(self) -> None:
        if self.apply.isEnabled():
            self.pattern_wanted.emit(self.pattern.text())
            self.pattern.clear()


def _tags(recordings: Sequence[Recording]) -> tuple[list[str], list[str]]:
    """Those that all have, and those that some have, each in its first spelling."""
    counts: dict[str, int] = {}
    spelled: dict[str, str] = {}
    for recording in recordings:
        for tag in recording.tags:
            counts[tag.casefold()] = counts.get(tag.casefold(), 0) + 1
            spelled.setdefault(tag.casefold(), tag)
    everywhere = [spelled[folded] for folded, count in counts.items() if count == len(recordings)]
    return everywhere, [tag for folded, tag in spelled.items() if counts[folded] < len(recordings)]
