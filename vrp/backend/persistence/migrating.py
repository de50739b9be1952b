"""alembic on one database, in one transaction. Imported only when there is something to migrate."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Connection, NullPool, create_engine, event

from vrp.backend.paths import migrations


def upgrade(database: Path, revision: str) -> None:
    """Bring the file to ``revision``; on any error it is as it was."""
    with _configured(database) as config:
        command.upgrade(config, revision)


def downgrade(database: Path, revision: str) -> None:
    """Bring the file back to ``revision``."""
    with _configured(database) as config:
        command.downgrade(config, revision)


def upgrade_open(connection: Connection, revision: str = "head", schema: str | None = None) -> None:
    """Bring the database of an open transaction to ``revision``, as part of it; on a server in a ``schema``."""
    command.upgrade(_config(connection, schema), revision)


def _config(connection: Connection, schema: str | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(migrations()).replace("%", "%%"))
    config.attributes["connection"] = connection
    config.attributes["schema"] = schema
    return config


@contextmanager
def _configured(database: Path) -> Iterator[Config]:
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(database)),
        poolclass=NullPool,
        connect_args={"isolation_level": None},
    )

    @event.listens_for(engine, "connect")
    def without_foreign_keys(connection: sqlite3.Connection, _record: Any) -> None:
        connection.execute("PRAGMA foreign_keys=OFF")  # tables are rebuilt; the check comes after

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    with engine.begin() as connection:
        yield _config(connection)
    engine.dispose()
