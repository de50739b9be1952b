"""Joins the details to the selection, the edits, and what has to be read or asked of the desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from vrp.backend.domain.title_patterns import new_titles
from vrp.ui import messages, texts
from vrp.ui.library import facts, file_manager

if TYPE_CHECKING:
    from datetime import datetime

    from vrp.backend.domain.findings import Finding
    from vrp.backend.domain.queries import LibraryCounts
    from vrp.backend.domain.recordings import Recording
    from vrp.backend.errors import VrpError
    from vrp.ui.library.commands import LibraryCommands
    from vrp.ui.library.parts import LibraryParts
    from vrp.ui.library.places_flow import PlacesFlow


class DetailsFlow(QObject):
    """Shows what is selected, a moment after the selection has come to rest."""

    def __init__(self, parts: LibraryParts, commands: LibraryCommands) -> None:
        super().__init__(parts.window)
        self._services, self._bar = parts.services, parts.bar
        self._model, self._table, self._details = parts.model, parts.pane.table, parts.details
        self._edits, self._commands = parts.edits, commands
        self._started = False
        self._counts: LibraryCounts | None = None
        self._read: int | None = None  # the recording whose last check was asked for
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._show)

    def start(self, places: PlacesFlow) -> None:
        """The library is open: what was selected until now is shown, and the counts of the places are heard."""
        self._table.selection_changed.connect(self._rest.start)
        self._model.dataChanged.connect(lambda *_: self._rest.start())
        self._model.loaded.connect(self._rest.start)
        self._connect()
        places.counted.connect(self.show_counts)
        for page in (self._details.one, self._details.several):
            page.tag_opened.connect(places.show_tag)
        self._started = True
        self._rest.start()

    def _connect(self) -> None:
        one, several, edits = self._details.one, self._details.several, self._edits
        one.title_wanted.connect(edits.rename)
        one.notes_wanted.connect(edits.write_notes)
        one.favourite_wanted.connect(lambda row, wanted: edits.mark([row], favourite=wanted))
        one.tag_added.connect(lambda row, tag: edits.add_tag([row], tag))
        one.tag_removed.connect(lambda row, tag: edits.remove_tag([row], tag))
        one.show_file.connect(self._show_file)
        one.check.connect(self._check)
        one.copy.connect(self._copy)
        several.tag_added.connect(lambda tag: self._commands.with_selected(lambda rows: edits.add_tag(rows, tag)))
        several.tag_removed.connect(lambda tag: self._commands.with_selected(lambda rows: edits.remove_tag(rows, tag)))
        several.check_wanted.connect(self._check_titles)
        several.pattern_wanted.connect(
            lambda pattern: self._commands.with_selected(lambda rows: self._rename_all(rows, pattern))
        )

    def edit_tags(self) -> None:
        """Go to the field for a new tag."""
        if not self._started:
            return
        self._rest.stop()
        self._show()
        page = self._details.several if self._table.count_selected > 1 else self._details.one
        page.tags.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_counts(self, counts: LibraryCounts) -> None:
        """The tags for the completion, and the sums for when nothing is selected."""
        self._counts = counts
        for page in (self._details.one, self._details.several):
            page.tags.show_known(tag.name for tag in counts.tags)
        self._rest.start()

    def _show(self) -> None:
        if self._details.isHidden() or not self._started:
            return
        recordings, count = self._table.selected, self._table.count_selected
        path = self._services.paths.audio_file(recordings[0].stored_filename) if recordings else None
        self._details.summary.setText(self._summary())
        self._details.show_selected(recordings, count, path, self._model.query.search)
        if count == 1 and recordings and self._read != recordings[0].id:
            self._read = recordings[0].id
            self._read_last_check(recordings[0])
        elif count != 1:
            self._read = None

    def refresh(self) -> None:
        """It has come into sight."""
        self._rest.start()

    def _summary(self) -> str:
        shown = texts.recordings(self._model.rowCount())
        if self._counts is None or self._model.query.search:
            return self.tr("{recordings} in this view").format(recordings=shown)
        size = self._counts.deleted_bytes if self._model.query.trash else self._counts.bytes
        return self.tr("{recordings} in this view\n{size} in the library").format(
            recordings=shown, size=texts.size(size)
        )

    # --- one recording ---

    def _read_last_check(self, recording: Recording) -> None:
        library = self._services.library
        job = self._services.runner.submit("last check", lambda _progress: library.last_checked(recording.id))
        job.succeeded.connect(lambda when: self._on_last_check(recording, when))
        job.failed.connect(lambda _error: None)  # it was purged meanwhile; the row goes by itself

    def _on_last_check(self, recording: Recording, when: datetime | None) -> None:
        if self._is_shown(recording):
            self._details.one.show_checked(when)

    def _is_shown(self, recording: Recording) -> bool:
        shown = self._details.one.recording
        return shown is not None and shown.id == recording.id

    def _check(self, recording: Recording) -> None:
        verification = self._services.verification
        name = self.tr("Checking “{title}”").format(title=recording.title)
        job = self._services.runner.submit(
            name,
            lambda progress: verification.check(recording, progress),
            visible=True,
            again=lambda: self._check(recording),
        )
        job.succeeded.connect(lambda findings: self._on_checked(recording, findings))
        job.failed.connect(lambda error: self._on_check_failed(recording, error))
        job.cancelled.connect(lambda: self._read_last_check(recording))

    def _on_checked(self, recording: Recording, findings: list[Finding]) -> None:
        if not findings:
            self._read_last_check(recording)
            return
        if self._is_shown(recording):
            self._details.one.show_found(" ".join(texts.translated(one.message) for one in findings))

    def _on_check_failed(self, recording: Recording, error: VrpError) -> None:
        self._bar.post(messages.from_error("check", error))
        self._read_last_check(recording)

    def _show_file(self, recording: Recording) -> None:
        file_manager.show(self._services.paths.audio_file(recording.stored_filename))

    def _copy(self, recording: Recording, what: str) -> None:
        path = self._services.paths.audio_file(recording.stored_filename)
        if what == "text":
            library = self._services.library
            job = self._services.runner.submit("last check", lambda _progress: library.last_checked(recording.id))
            job.succeeded.connect(
                lambda when: QGuiApplication.clipboard().setText(facts.as_text(recording, path, when))
            )
            return
        QGuiApplication.clipboard().setText(str(path) if what == "path" else recording.checksum)

    # --- several ---

    def _check_titles(self, pattern: str, rows: list[Recording], count: int) -> None:
        job = self._services.runner.submit("titles", lambda _progress: new_titles(pattern, rows, total=count))
        job.succeeded.connect(lambda titles: self._details.several.show_checked(pattern, rows, titles))

    def _rename_all(self, rows: list[Recording], pattern: str) -> None:
        self._edits.rename_all(rows, lambda rows: [one.text for one in new_titles(pattern, rows)])
