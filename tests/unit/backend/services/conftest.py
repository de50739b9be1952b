from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.libraries import make_library
from vrp.app.opening import Backend, Opening, open_backend


@pytest.fixture(params=["sqlite", "postgresql"])
def backend(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Backend]:
    """A real library in a temporary folder, with all its services, on each kind of database."""
    if request.param == "postgresql":
        monkeypatch.setenv("DATABASE_URL", request.getfixturevalue("postgres_library"))
    else:
        make_library(tmp_path / "library")
    with open_backend(Opening(str(tmp_path / "library"))) as opened:
        yield opened
