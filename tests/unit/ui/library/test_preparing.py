from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.unit.ui.conftest import OpenDesk
from vrp.backend.domain.queries import LibraryQuery, SortKey
from vrp.ui.library import preparing
from vrp.ui.library.columns import Column


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[LibraryQuery, bool]]:
    """What the library was asked to prepare; here any view is long."""
    from vrp.backend.services.library import LibraryService

    told: list[tuple[LibraryQuery, bool]] = []
    prepare = LibraryService.prepare

    def noted(self: LibraryService, query: LibraryQuery, *, search: bool) -> None:
        prepare(self, query, search=search)
        told.append((query, search))

    monkeypatch.setattr(LibraryService, "prepare", noted)
    monkeypatch.setattr(preparing, "LONG", 1)
    return told


def test_a_view_that_rests_is_prepared_and_so_is_a_search(
    desk: OpenDesk, qtbot: QtBot, asked: list[tuple[LibraryQuery, bool]]
) -> None:
    room = desk(["a", "b"])
    qtbot.waitUntil(lambda: (LibraryQuery(), False) in asked)
    room.window.library.table.sort_by(Column.TITLE)
    by_title = LibraryQuery(sort=SortKey.TITLE, descending=False)
    qtbot.waitUntil(lambda: asked[-1] == (by_title, False))
    room.window.activateWindow()
    room.window.library.focus_search()
    qtbot.waitUntil(lambda: asked[-1] == (by_title, True))


def test_a_short_library_is_left_alone(
    desk: OpenDesk, qtbot: QtBot, asked: list[tuple[LibraryQuery, bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "LONG", 3)
    room = desk(["a", "b"])
    names: list[str] = []
    room.runner.job_started.connect(lambda job: names.append(job.name))
    room.window.library.focus_search()
    room.window.library.search.setText("a")
    qtbot.waitUntil(lambda: room.window.model.query.search == "a" and room.window.model.rowCount() == 1)
    assert "prepare" not in names
    assert not asked
