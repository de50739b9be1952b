from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from tests.support.large_server_library import fill
from tests.support.libraries import OpenLibrary
from vrp.backend.logs.setup import LoggingConfig
from vrp.backend.metrics import PerformanceMonitor
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import server
from vrp.backend.persistence.database import Database
from vrp.backend.services.library import LibraryService


@pytest.fixture(autouse=True)
def _logs() -> None:
    """As the program does, so that what it logs is heard by the test and not printed."""
    LoggingConfig().install()


@pytest.fixture
def server_library(tmp_path: Path, postgres_url: str) -> Iterator[OpenLibrary]:
    """600 recordings on a server, whose statements are counted."""
    paths = LibraryPaths(tmp_path / "library", "desk")
    server.prepare(paths, make_url(postgres_url))
    fill(postgres_url, 600)
    for number in range(256):  # the rows have no sound, but those that are changed get a sidecar
        (paths.audio / f"{number:02x}").mkdir()
    database = Database(make_url(postgres_url), monitor=PerformanceMonitor(), slow_ms=60_000)
    yield OpenLibrary(paths, database, LibraryService(database, paths))
    database.close()
