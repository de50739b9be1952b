"""The places of the library, as the sidebar shows them, and which recordings belong to a view."""

from __future__ import annotations

from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.recordings import Recording, Status


def belongs(recording: Recording, query: LibraryQuery) -> bool:
    """Whether a view shows it, as far as can be told without the search."""
    return (recording.status is Status.DELETED) == query.trash
