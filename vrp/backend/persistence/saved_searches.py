"""The repository of saved searches: views that a person gave a name."""

from __future__ import annotations

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from vrp.backend.domain.queries import LibraryQuery, SavedSearch, saved_query
from vrp.backend.domain.searching import sort_key
from vrp.backend.persistence.tables import SavedSearchRow


class SavedSearchRepository:
    """Saved searches in one session; the caller owns the transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[SavedSearch, ...]:
        """In the order of their names, as people sort them."""
        rows = self._session.execute(select(SavedSearchRow.name, SavedSearchRow.query))
        found = (SavedSearch(name, saved_query(values)) for name, values in rows)
        return tuple(sorted(found, key=lambda one: (sort_key(one.name), one.name)))

    def put(self, name: str, query: LibraryQuery | None) -> None:
        """Keep the query under this name, in place of one that was there under it; None: keep none."""
        self._session.execute(delete(SavedSearchRow).where(SavedSearchRow.name == name))
        if query is not None:
            self._session.execute(insert(SavedSearchRow), {"name": name, "query": SavedSearch(name, query).values})
