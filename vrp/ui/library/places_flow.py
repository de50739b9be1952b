"""What the sidebar asks for: another view, saved searches, tags changed everywhere, rows dropped on a place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from vrp.backend.domain.queries import LibraryCounts, LibraryQuery, SavedSearch
from vrp.backend.domain.revising import Revision
from vrp.backend.errors import RequestInvalid
from vrp.ui import messages
from vrp.ui.library.empty_state import EmptyReason
from vrp.ui.library.places import Kind, Place
from vrp.ui.library.searches_flow import SearchesFlow
from vrp.ui.library.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vrp.backend.domain.recordings import Recording
    from vrp.backend.errors import VrpError
    from vrp.backend.services.library import LibraryService
    from vrp.ui.library.commands import LibraryCommands
    from vrp.ui.library.parts import LibraryParts

_TYPING_MS: Final = 500
_REST_MS: Final = 30  # changes that come together are counted once


class PlacesFlow(QObject):
    """Keeps the counts true and the view where the sidebar says."""

    counted = Signal(object)  # LibraryCounts
    shown = Signal()  # another view was asked for
    import_wanted = Signal()

    def __init__(self, parts: LibraryParts, commands: LibraryCommands) -> None:
        super().__init__(parts.window)
        self._services, self._bar, self._window = parts.services, parts.bar, parts.window
        self._model, self._pane, self._sidebar = parts.model, parts.pane, parts.sidebar
        self._edits, self._commands = parts.edits, commands
        self.searches = SearchesFlow(parts.services, parts.edits.steps, parts.bar, parts.window)
        self._moved: tuple[Place, Place] | None = None  # a tag or search that the view follows to its new name
        self._started = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._count)
        self._sidebar.chosen.connect(self._show)
        self._sidebar.dropped.connect(self._drop)
        self._sidebar.rename_tag_wanted.connect(self._ask_rename)
        self._sidebar.remove_tag_wanted.connect(self._ask_remove)
        self._sidebar.rename_search_wanted.connect(self.searches.ask_rename)
        self._sidebar.remove_search_wanted.connect(self.searches.remove)
        self.searches.renamed.connect(self._follow_search)
        self.searches.changed.connect(self.count_again)
        self._pane.searching.save_wanted.connect(self._ask_save)
        self._pane.empty_pressed.connect(self._leave_empty)
        self._edits.changed.connect(self.count_again)
        self.watch = Watch(parts.services, parts.window)
        self.watch.changed.connect(self._on_foreign_change)
        self._edits.moved_on.connect(self.watch.own_step)

    def start(self) -> None:
        """The library is open."""
        self._started = True
        self.count_again()
        self.watch.start()

    def stop(self) -> None:
        self._started = False
        self.watch.stop()

    def _on_foreign_change(self) -> None:
        """A title that is being typed comes first; the rest is read when it is done."""
        if self._pane.table.is_editing:
            QTimer.singleShot(_TYPING_MS, self, self._on_foreign_change)
        else:
            self.refresh()

    def refresh(self) -> None:
        """Read everything again that is shown."""
        self._model.refresh()
        self.count_again()

    # --- counts ---

    def count_again(self) -> None:
        """Something may have changed, here or elsewhere."""
        if self._started:
            self._rest.start()

    def _count(self) -> None:
        library = self._services.library
        job = self._services.runner.submit(
            "counts", lambda _progress: (library.counts(), library.saved_searches()), pool="io"
        )
        job.succeeded.connect(self._on_counted)
        job.failed.connect(self._on_failed)

    def _on_counted(self, found: tuple[LibraryCounts, tuple[SavedSearch, ...]]) -> None:
        counts, self.searches.all = found
        was_at = self._sidebar.place
        self._sidebar.show_counts(counts)
        self._sidebar.show_searches([one.name for one in self.searches.all])
        self._follow(was_at)
        self.counted.emit(counts)

    def _follow(self, was_at: Place) -> None:
        """To the new name, as soon as it is there."""
        if self._moved is None:
            return
        old, new = self._moved
        place = self._sidebar.spelled(new)
        if place is None:
            return
        self._moved = None
        if was_at.is_same(old):
            self._sidebar.go(place)

    def _follow_search(self, old: str, new: str) -> None:
        self._moved = (Place(Kind.SEARCH, old), Place(Kind.SEARCH, new))

    # --- views ---

    def show_tag(self, tag: str) -> None:
        self._sidebar.go(Place(Kind.TAG, tag))

    def _ask_save(self) -> None:
        self.searches.ask_save(self._model.query, self._pane.search.text())

    def _leave_empty(self, reason: EmptyReason) -> None:
        """The button of a view with nothing in it."""
        if reason is EmptyReason.SEARCH:
            self._pane.search.clear()
        elif reason in (EmptyReason.LIBRARY, EmptyReason.IMPORTED):
            self.import_wanted.emit()
        else:
            self._sidebar.go(Place.LIBRARY)

    def _show(self, place: Place) -> None:
        """What was typed into the search stays in force, but for a saved search, which brings its own."""
        if place.kind is Kind.SEARCH:
            query = self.searches.query_of(place.name) or self._model.query
        else:
            left_search = any(one.query.search == self._model.query.search for one in self.searches.all)
            query = place.query(replace(self._model.query, search="") if left_search else self._model.query)
        self._pane.searching.show_text(query.search)
        self._model.set_query(query)
        self._pane.table.clearSelection()
        self._pane.table.show_sorted()
        self.shown.emit()

    def _on_failed(self, error: VrpError) -> None:
        self._bar.post(messages.from_error("places", error))

    # --- tags ---

    def _ask_rename(self, tag: str) -> None:
        wanted = self._services.dialogs.ask_text(
            self._window, title=self.tr("Rename Tag"), label=self.tr("New name of “{tag}”").format(tag=tag), text=tag
        )
        if wanted is None or not wanted.strip() or wanted.strip() == tag:
            return
        try:
            new = _rule(wanted)
        except RequestInvalid as error:
            self._on_failed(error)
            return
        self._moved = (Place(Kind.TAG, tag), Place(Kind.TAG, new))
        text = self.tr("Rename tag “{tag}”").format(tag=tag)
        self._edits.push(text, lambda: _everywhere(self._services.library, tag, new), visible=True)

    def _ask_remove(self, tag: str) -> None:
        text = self.tr("Remove tag “{tag}” from all").format(tag=tag)
        self._edits.push(text, lambda: _everywhere(self._services.library, tag, None), visible=True)

    # --- rows dropped ---

    def _drop(self, place: Place) -> None:
        if place.kind is Kind.TRASH:
            self._commands.delete()
        elif place.kind is Kind.FAVOURITES:
            self._commands.with_selected(lambda rows: self._edits.mark(rows, favourite=True))
        elif place.kind is Kind.TAG:
            self._commands.with_selected(lambda rows: self._edits.add_tag(rows, place.name))


def _rule(tag: str) -> str:
    from vrp.backend.domain.rules import RecordingBusinessRules

    return RecordingBusinessRules.tag(tag)


def _everywhere(library: LibraryService, tag: str, new: str | None) -> list[Revision]:
    """In the job: the tag of every recording that has it, deleted ones too, renamed or taken off."""
    rows: list[Recording] = []
    for trash in (False, True):
        rows.extend(library.page(LibraryQuery(tag=tag, trash=trash), 0, -1).rows)
    return [Revision.of(row, tags=_replaced(row.tags, tag, new)) for row in rows]


def _replaced(tags: Sequence[str], tag: str, new: str | None) -> tuple[str, ...]:
    folded = tag.casefold()
    result: dict[str, str] = {}
    for one in tags:
        here = new if one.casefold() == folded else one
        if here is not None:
            result.setdefault(here.casefold(), here)
    return tuple(result.values())
