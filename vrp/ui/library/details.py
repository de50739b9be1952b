"""The pane beside the table: one recording, several, or a calm word on the view when none is selected."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from vrp.backend.domain.recordings import Recording
from vrp.ui import names
from vrp.ui.library.quiet_label import quiet_label
from vrp.ui.theme import GRID

if TYPE_CHECKING:
    from vrp.ui.library.details_one import OneDetails
    from vrp.ui.library.details_several import SeveralDetails

_Page = TypeVar("_Page", bound=QWidget)


class DetailsPane(QWidget):
    """Three pages; each scrolls by itself and is never wider than the pane. They are made when they are needed."""

    made = Signal()  # a page, whose controls stand at the end of Tab's round until somebody puts them in their place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(names.DETAILS)
        self.setAccessibleName(self.tr("Details"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(34 * GRID)  # room for the longest words of the facts, also in German
        self.summary = quiet_label(self, names.DETAILS_SUMMARY)
        self.summary.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.summary.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.summary)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)  # the line to the table
        layout.addWidget(self._stack)

    @cached_property
    def one(self) -> OneDetails:
        from vrp.ui.library.details_one import OneDetails

        return self._added(OneDetails(self))

    @cached_property
    def several(self) -> SeveralDetails:
        from vrp.ui.library.details_several import SeveralDetails

        return self._added(SeveralDetails(self))

    def _added(self, page: _Page) -> _Page:
        self._stack.addWidget(_scrolling(page))
        self.made.emit()
        return page

    def sizeHint(self) -> QSize:
        return QSize(38 * GRID, 400)

    def show_selected(self, recordings: Sequence[Recording], count: int, path: Path | None, search: str = "") -> None:
        """``count`` are selected, of which ``recordings`` are in memory; ``path``: where the only one is.

        ``search``: what is marked in its notes.
        """
        if count == 1 and len(recordings) == 1 and path is not None:
            self.one.show_recording(recordings[0], path, search)
            self._turn_to(self.one)
            return
        self.one.leave()
        self.one.recording = None
        if count > 1 and recordings:
            self.several.show_recordings(recordings, count)
            self._turn_to(self.several)
        else:
            self._stack.setCurrentWidget(self.summary)

    def _turn_to(self, page: QWidget) -> None:
        area = page.parentWidget()  # its viewport, and above that what scrolls
        while area is not None and self._stack.indexOf(area) < 0:
            area = area.parentWidget()
        if area is not None:
            self._stack.setCurrentWidget(area)


def _scrolling(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
