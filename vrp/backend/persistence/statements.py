"""Statements: how long each shape takes, why a slow one was slow, and how much one can be given."""

from __future__ import annotations

import functools
import re
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, Final, TypeVar

import structlog
from sqlalchemy import Engine, event

from vrp.backend.metrics import PerformanceMonitor

SLOW_MS: Final = 100
_PLACEHOLDER: Final = r"(?:\?|%\(\w+\)s(?:::\w+)?)"
_LISTS: Final = re.compile(rf"\((?:{_PLACEHOLDER}(?:, )?)+\)")
_CHUNK: Final = 500  # below SQLite's limit on bound values
_EXPLAINED: Final = ("SELECT", "INSERT", "UPDATE", "DELETE", "WITH")

log = structlog.get_logger()
T = TypeVar("T")


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """The same, as many at once as one statement can be given."""
    left = iter(values)
    while chunk := list(islice(left, _CHUNK)):
        yield chunk


def watch(engine: Engine, monitor: PerformanceMonitor, slow_ms: Callable[[], float]) -> None:
    """Tell ``monitor`` of every statement, and the log of those that took longer than ``slow_ms`` says then.

    The log gets the statement and its plan, never its parameters. What is timed is the statement up to its first row.
    """

    @event.listens_for(engine, "before_cursor_execute")
    def begin(_connection: Any, _cursor: Any, _statement: str, _parameters: Any, context: Any, _many: bool) -> None:
        context.vrp_begun = time.perf_counter()

    @event.listens_for(engine, "after_cursor_execute")
    def end(connection: Any, _cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
        seconds = time.perf_counter() - context.vrp_begun
        monitor.observe("statement", shape(statement), seconds)
        if seconds * 1000 > slow_ms():
            plan = _plan(connection, statement, parameters[0] if many else parameters)
            log.info("slow_query", statement=shape(statement), milliseconds=round(seconds * 1000, 1), plan=plan)


@functools.lru_cache(maxsize=1000)
def shape(statement: str) -> str:
    """The statement in one line, with lists of values of any length as ``(…)``."""
    return _LISTS.sub("(…)", " ".join(statement.split()))


def _plan(connection: Any, statement: str, parameters: Any) -> list[str]:
    """How the database goes about it; empty where it does not say."""
    if not statement.lstrip().upper().startswith(_EXPLAINED):
        return []
    cursor = connection.connection.cursor()  # below SQLAlchemy, so that this one is not watched
    try:
        if connection.dialect.name == "sqlite":
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            return [str(row[3]) for row in cursor.fetchall()]
        # The conditions of PostgreSQL's plans hold the values; the kinds of its steps do not.
        cursor.execute(f"EXPLAIN (FORMAT JSON) {statement}", parameters)
        return _steps(cursor.fetchone()[0][0]["Plan"])
    finally:
        cursor.close()


def _steps(plan: dict[str, Any]) -> list[str]:
    words = (plan.get(key) for key in ("Node Type", "Relation Name", "Index Name"))
    return [" ".join(filter(None, words)), *(step for part in plan.get("Plans", ()) for step in _steps(part))]
