from __future__ import annotations

import psycopg
import pytest

from tests.support import postgres


def test_each_database_is_empty_and_sorts_as_people_do(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        order = connection.execute("SELECT 'a' < 'B', 'a' COLLATE \"C\" < 'B'").fetchone()
    assert (tables, order) == ((0,), (True, False))


@pytest.mark.parametrize(("required", "outcome"), [(True, "Failed"), (False, "Skipped")])
def test_a_missing_server_is_a_failure_only_where_the_run_requires_it(
    monkeypatch: pytest.MonkeyPatch, *, required: bool, outcome: str
) -> None:
    monkeypatch.setattr(postgres, "REQUIRED", required)
    monkeypatch.setattr(postgres, "programs", lambda: None)
    serving = postgres.postgres_server.__wrapped__()  # type: ignore[attr-defined]  # the function below the fixture
    with pytest.raises(BaseException, match="PostgreSQL") as raised:
        next(serving)
    assert type(raised.value).__name__ == outcome
