"""What the person does with the selected recordings, wherever it was asked for: menu, key, context menu or message."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from vrp.ui import texts
from vrp.ui.actions import ActionId
from vrp.ui.library import file_manager
from vrp.ui.library.places import Place, belongs
from vrp.ui.menus import Actions

if TYPE_CHECKING:
    from vrp.backend.domain.recordings import Recording
    from vrp.ui.library.parts import LibraryParts


class LibraryCommands(QObject):
    """Joins the table, the sidebar and the edits. It keeps no state of its own."""

    failed = Signal(object)  # VrpError: the selection could not be read

    def __init__(self, parts: LibraryParts) -> None:
        super().__init__(parts.window)
        self._services, self._window = parts.services, parts.window
        self._model, self._pane, self._sidebar = parts.model, parts.pane, parts.sidebar
        self._edits = edits = parts.edits
        parts.pane.table.favourite_wanted.connect(lambda row, wanted: edits.mark([row], favourite=wanted))

    def with_selected(self, use: Callable[[list[Recording]], None]) -> None:
        """Call ``use`` with the selected recordings, also with those that are not in memory."""
        table = self._pane.table
        selected = table.selected
        spans = table.selected_spans
        if len(selected) == sum(count for _first, count in spans):
            use(selected)
            return
        library, query = self._services.library, self._model.query

        def work(_progress: object) -> list[Recording]:
            return [row for first, count in spans for row in library.page(query, first, count).rows]

        job = self._services.runner.submit(self.tr("Reading the selection"), work)
        job.succeeded.connect(use)
        job.failed.connect(self.failed)

    def delete(self) -> None:
        if self._model.query.trash:
            self.purge()
        else:
            self.with_selected(self._edits.delete)

    def restore(self) -> None:
        self.with_selected(self._edits.restore)

    def purge(self) -> None:
        self.with_selected(self._ask_and_purge)

    def _ask_and_purge(self, recordings: list[Recording]) -> None:
        if recordings and self._services.dialogs.confirm(
            self._window,
            title=self.tr("Delete {recordings} permanently?").format(recordings=texts.recordings(len(recordings))),
            text=self.tr("The sound is removed from this computer and cannot be brought back."),
            yes=self.tr("Delete Permanently"),
            no=self.tr("Keep"),
        ):
            self._edits.purge(recordings)

    def show_file(self) -> None:
        recording = self._pane.table.current
        if recording is not None:
            file_manager.show(self._services.paths.audio_file(recording.stored_filename))

    def toggle_favourite(self) -> None:
        """Favourites all of them, unless they all are already."""
        self.with_selected(
            lambda rows: self._edits.mark(rows, favourite=not all(one.favourite for one in rows)) if rows else None
        )

    def copy(self) -> None:
        self.with_selected(self._copy)

    def _copy(self, recordings: list[Recording]) -> None:
        """Their files, for a file manager or a mail, and their titles, for a text."""
        data = QMimeData()
        files = [self._services.paths.audio_file(one.stored_filename) for one in recordings]
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
        data.setText("\n".join(one.title for one in recordings))
        QGuiApplication.clipboard().setMimeData(data)

    def context_menu(self, actions: Actions, position: QPoint) -> None:
        groups = (
            (ActionId.PLAY, ActionId.RENAME, ActionId.FAVOURITE, ActionId.EDIT_TAGS),
            (ActionId.COPY, ActionId.SHOW_FILE, ActionId.HISTORY),
            (ActionId.RESTORE, ActionId.DELETE, ActionId.PURGE),
        )
        menu = actions.menu(self._window, groups)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._pane.table.viewport().mapToGlobal(position))

    # --- recordings that came in ---

    def take_kept(self, recording: Recording) -> None:
        """The new take is what the person wants to see, wherever they were."""
        query = self._model.query
        if query.search or not belongs(recording, query):
            self._pane.searching.show_text("")
            self._sidebar.mark(Place.LIBRARY)
            self._select_when_loaded([recording.id])
            self._model.set_query(replace(Place.LIBRARY.query(query), search=""))
        else:
            self._insert_and_select([recording])
        if not isinstance(self._window.focusWidget(), (QLineEdit, QPlainTextEdit)):
            self._pane.table.setFocus()  # so that F2 names it and Space plays it

    def show_imported(self, recordings: list[Recording]) -> None:
        here = [one for one in recordings if belongs(one, self._model.query)]
        if here:
            self._insert_and_select(here)

    def show_recovered(self, recordings: list[Recording]) -> None:
        self._model.insert([one for one in recordings if belongs(one, self._model.query)])

    def _insert_and_select(self, recordings: list[Recording]) -> None:
        ids = [recording.id for recording in recordings]
        if len(recordings) > 20:
            self._model.refresh()
        else:
            self._model.insert(recordings)
        if all(self._model.row_of(id_) is not None for id_ in ids):
            self._pane.table.select(ids)
        else:
            self._select_when_loaded(ids)

    def _select_when_loaded(self, ids: list[int]) -> None:
        self._model.loaded.connect(
            lambda: self._pane.table.select(ids), Qt.ConnectionType(Qt.ConnectionType.SingleShotConnection.value)
        )
