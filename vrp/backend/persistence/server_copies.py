"""Copies of a library's database on a PostgreSQL server: dumped by ``pg_dump``, restored on trial, put in its place.

Of a dump only the rows are used, and only those of tables that our own migrations make: a dump that somebody wrote by
hand is data, never a program. Tables are made in a schema of their own, in one transaction. A trial rolls it back, so
that it needs no database and no right beyond the owner's; a restore moves the live tables aside and the new ones in.
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, Final
from uuid import uuid4

from sqlalchemy import URL, Connection, Row, inspect, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from vrp.backend.errors import LibraryFault, RestoreRefused, ServerToolFailed, SnapshotDamaged
from vrp.backend.persistence.database import postgresql, shown
from vrp.backend.persistence.faults import translate
from vrp.backend.persistence.snapshot import DatabaseReader
from vrp.backend.persistence.tables import Base
from vrp.backend.phrases import Phrase

_BEFORE: Final = "vrp_before"  # the library that was live before a restore
_NEW: Final = "vrp_restored"
_UPGRADE_LOCK: Final = 0x56525021  # as `server` takes it
_COPY: Final = re.compile(rb'COPY \S+ \(((?:"?[a-z_]+"?(?:, )?)+)\) FROM stdin;\n')
_SEQUENCE: Final = re.compile(rb"SELECT pg_catalog\.setval\('[^']+', ([0-9]+), (true|false)\);\n")
_POLL_SECONDS: Final = 0.2


class ServerReader(DatabaseReader):
    """A database on a server, read in the transaction of ``connection``. Raises `LibraryFault`."""

    def __init__(self, connection: Connection, close: Callable[[], None] = lambda: None) -> None:
        self.connection = connection
        self._connection = _Asked(connection, close)

    def check(self) -> list[str]:
        """Nothing: the server holds its own rules while rows come in."""
        return []

    @contextlib.contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            raise translate(error, shown(self.connection.engine.url)) from error


class _Asked:
    """The few calls that a reader makes of the standard library's driver, answered by a server."""

    def __init__(self, connection: Connection, close: Callable[[], None]) -> None:
        self._connection = connection
        self.close = close

    def execute(self, query: str, values: tuple[object, ...] = ()) -> _Answer:
        return _Answer(self._connection, query.replace("?", "%s"), values)


class _Answer:
    """The rows of a query: one, or all in a stream that ends with whoever reads it."""

    def __init__(self, connection: Connection, query: str, values: tuple[object, ...]) -> None:
        self._connection = connection
        self._asked = query, values

    def fetchone(self) -> Row[Any] | None:
        return self._connection.exec_driver_sql(*self._asked).first()

    def __iter__(self) -> Iterator[Row[Any]]:
        streamed = {"stream_results": True, "yield_per": 1000}
        with self._connection.exec_driver_sql(*self._asked, execution_options=streamed) as rows:
            yield from rows


class ServerSource:
    """The database of a live library on a server, as something to be backed up."""

    kind: Final = "postgresql"

    def __init__(self, address: URL) -> None:
        self.address = address

    def live(self) -> ServerReader:
        """Everything as it is at one moment. Raises `LibraryFault`."""
        with _translated(self.address):
            engine = postgresql(self.address, pool_size=1, max_overflow=0)
            connection = engine.connect().execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

        def close() -> None:
            connection.close()
            engine.dispose()

        return ServerReader(connection, close)

    def state(self) -> str:
        """Nothing: a server tells nobody cheaply whether it changed, so that each backup dumps it anew."""
        return ""

    @contextlib.contextmanager
    def copied(self, target: Path, on_wait: Callable[[], None]) -> Iterator[DatabaseReader]:
        """Dump into the new file ``target``; the reader sees the very moment of the dump.

        ``on_wait`` is called now and then, and may raise to end it. Raises `ServerToolFailed` and `LibraryFault`.
        """
        with self.live() as reader:
            with _translated(self.address):
                moment = str(reader.connection.scalar(text("SELECT pg_export_snapshot()")))
                schema = str(reader.connection.scalar(text("SELECT current_schema()")))
            address = self.address.set(drivername="postgresql", password=None)
            _run(
                ["pg_dump", "--format=custom", "--compress=0", "--no-owner", "--no-acl", "--no-comments",
                 f"--schema={schema}", f"--snapshot={moment}", f"--file={target}", "--no-password",
                 f"--dbname={address.render_as_string(hide_password=False)}"],
                _secret(self.address), on_wait,
            )  # fmt: skip
            yield reader


@contextlib.contextmanager
def on_trial(address: URL, dump: Path, revision: str, *, upgrade: bool = False) -> Iterator[ServerReader]:
    """Restore a dump of ``revision`` where nobody sees it; afterwards nothing of it is left on the server.

    With ``upgrade`` it has the form of today. Raises `ServerToolFailed`, `SnapshotDamaged` and `LibraryFault`.
    """
    with _transaction(address) as connection:
        reader = ServerReader(connection)
        _fill(connection, f"vrp_trial_{uuid4().hex[:12]}", dump, revision, "head" if upgrade else revision)
        yield reader
        connection.rollback()


@contextlib.contextmanager
def in_place_of(address: URL, dump: Path, revision: str) -> Iterator[ServerReader]:
    """Restore a dump; when the block ends well it is the live library, in one step, and the one before is kept aside.

    In the block the reader sees the new rows, upgraded. Raises as `on_trial` does.
    """
    with _transaction(address) as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _UPGRADE_LOCK})
        live = str(connection.scalar(text("SELECT current_schema()")))
        connection.execute(text(f"DROP SCHEMA IF EXISTS {_NEW} CASCADE"))
        _fill(connection, _NEW, dump, revision, "head")
        yield ServerReader(connection)
        connection.execute(text(f"DROP SCHEMA IF EXISTS {_BEFORE} CASCADE"))
        connection.execute(text(f"CREATE SCHEMA {_BEFORE}"))
        _move(connection, live, _BEFORE)
        _move(connection, _NEW, live)
        connection.execute(text(f"DROP SCHEMA {_NEW}"))
        connection.commit()


def go_back(address: URL) -> None:
    """Make the library live again that was before the last restore; the restored one is kept in its stead.

    Raises `RestoreRefused` and `LibraryFault`.
    """
    if not can_go_back(address):
        raise RestoreRefused(path=shown(address), reason=Phrase("there is no restore that could be taken back"))
    with _transaction(address) as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _UPGRADE_LOCK})
        live = str(connection.scalar(text("SELECT current_schema()")))
        connection.execute(text(f"DROP SCHEMA IF EXISTS {_NEW} CASCADE"))
        connection.execute(text(f"CREATE SCHEMA {_NEW}"))
        for source, target in ((live, _NEW), (_BEFORE, live), (_NEW, _BEFORE)):
            _move(connection, source, target)
        connection.execute(text(f"DROP SCHEMA {_NEW}"))
        connection.commit()


def can_go_back(address: URL) -> bool:
    """Whether there is a library that was live before a restore. Raises `LibraryFault`."""
    with _transaction(address) as connection:
        return bool(inspect(connection).has_table("recordings", schema=_BEFORE))


def drop_former(address: URL) -> int:
    """Remove the library that is kept to go back to; how many there were. Raises `LibraryFault`."""
    if not can_go_back(address):
        return 0
    with _transaction(address) as connection:
        connection.execute(text(f"DROP SCHEMA {_BEFORE} CASCADE"))
        connection.commit()
    return 1


def identity_of(address: URL) -> str:
    """Which library is there; empty for an empty database. Raises `LibraryFault`."""
    if is_empty(address):
        return ""
    with ServerSource(address).live() as live:
        return live.facts().library


def is_empty(address: URL) -> bool:
    """Whether the database holds no tables yet. Raises `LibraryFault`."""
    with _transaction(address) as connection:
        return not inspect(connection).get_table_names()


# --- restoring a dump -------------------------------------------------------------------------------------------------


def _fill(connection: Connection, schema: str, dump: Path, revision: str, upgraded: str) -> None:
    """Make our tables in the new ``schema`` and read the rows of a dump in; from here on it comes before the live one.

    What the triggers would do again stands in the dump already, so they rest meanwhile.
    """
    from vrp.backend.persistence import migrating  # alembic takes a quarter of a second to import

    live = str(connection.scalar(text("SELECT current_schema()")))
    connection.execute(text(f'CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA "{live}"'))
    connection.execute(text(f"CREATE SCHEMA {schema}"))
    connection.execute(text(f'SET LOCAL search_path = {schema}, "{live}"'))
    migrating.upgrade_open(connection, revision, schema)
    seen = inspect(connection)
    tables = [name for name, _ in seen.get_sorted_table_and_fkc_names(schema=schema) if name is not None]
    for name in tables:
        connection.execute(text(f'ALTER TABLE {schema}."{name}" DISABLE TRIGGER USER'))
    for name in reversed(tables):
        connection.execute(text(f'DELETE FROM {schema}."{name}"'))  # noqa: S608  # names of our own tables
    for name in tables:
        _copy_in(connection, f'{schema}."{name}"', dump, name)
    for name in seen.get_sequence_names(schema=schema):
        _set_sequence(connection, f"{schema}.{name}", dump, name)
    for name in tables:
        connection.execute(text(f'ALTER TABLE {schema}."{name}" ENABLE TRIGGER USER'))
    if upgraded != revision:
        migrating.upgrade_open(connection, upgraded, schema)


def _copy_in(connection: Connection, table: str, dump: Path, name: str) -> None:
    cursor = connection.connection.cursor()
    with _rows_of(dump, name) as lines:
        for line in lines:
            if (head := _COPY.fullmatch(line)) is None:
                continue
            with cursor.copy(f"COPY {table} ({head[1].decode()}) FROM STDIN") as into:
                for row in lines:
                    if row == b"\\.\n":
                        break
                    into.write(row)


def _set_sequence(connection: Connection, sequence: str, dump: Path, name: str) -> None:
    """Numbers that were given once are never given again."""
    with _rows_of(dump, name) as lines:
        for line in lines:
            if (found := _SEQUENCE.fullmatch(line)) is not None:
                values = {"name": sequence, "last": int(found[1]), "called": found[2] == b"true"}
                connection.execute(text("SELECT setval(:name, :last, :called)"), values)


@contextlib.contextmanager
def _rows_of(dump: Path, name: str) -> Iterator[IO[bytes]]:
    """What ``pg_restore`` tells of the rows of one table. Raises `ServerToolFailed`."""
    words = ["pg_restore", "--data-only", f"--table={name}", "--file=-", str(dump)]
    with _started(words, {}, stdout=subprocess.PIPE) as process:
        if process.stdout is not None:  # which it never is with a pipe
            yield process.stdout
            process.stdout.read()
        if process.wait():
            raise ServerToolFailed(
                tool="pg_restore", reason=Phrase("it ended with {code}", code=str(process.returncode))
            )


def _move(connection: Connection, source: str, target: str) -> None:
    """Move what is ours from one schema into another; other things that somebody keeps there stay."""
    ours = {*Base.metadata.tables, "alembic_version", "recordings_search"}
    seen = inspect(connection)
    if source in (_NEW, _BEFORE):
        ours |= set(seen.get_table_names(schema=source))
    for name in ours & set(seen.get_table_names(schema=source)):
        connection.execute(text(f'ALTER TABLE "{source}"."{name}" SET SCHEMA "{target}"'))
    functions = connection.scalars(
        text("SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
             "WHERE n.nspname = :schema AND p.proname ~ '^(recordings|audit_entries)_'"),
        {"schema": source},
    ).all()  # fmt: skip
    for signature in functions:
        qualified = signature if "." in signature.partition("(")[0] else f'"{source}".{signature}'
        connection.execute(text(f'ALTER FUNCTION {qualified} SET SCHEMA "{target}"'))


# --- talking to the server --------------------------------------------------------------------------------------------


@contextlib.contextmanager
def _transaction(address: URL) -> Iterator[Connection]:
    """A connection whose work is kept only if it is committed in the block."""
    engine = postgresql(address, pool_size=1, max_overflow=0)
    try:
        with _translated(address), engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


@contextlib.contextmanager
def _translated(address: URL) -> Iterator[None]:
    import psycopg

    try:
        yield
    except psycopg.DataError as error:
        raise SnapshotDamaged(
            snapshot="(dump)", reason=Phrase("its database's dump holds what no library has")
        ) from error
    except psycopg.Error as error:  # of copying, which goes past SQLAlchemy
        raise LibraryFault(path=shown(address), reason=type(error).__name__) from error
    except SQLAlchemyError as error:
        raise translate(error, shown(address)) from error


def _secret(address: URL) -> dict[str, str]:
    """The password goes by the environment: everybody sees the arguments of a program."""
    return {"PGPASSWORD": str(address.password)} if address.password else {}


def _run(words: list[str], secret: dict[str, str], on_wait: Callable[[], None]) -> None:
    with _started(words, secret) as process:
        while True:
            try:
                code = process.wait(_POLL_SECONDS)
                break
            except subprocess.TimeoutExpired:
                on_wait()
        if code:
            raise ServerToolFailed(tool=words[0], reason=Phrase("it ended with {code}", code=str(code)))


@contextlib.contextmanager
def _started(
    words: list[str], secret: dict[str, str], stdout: int = subprocess.DEVNULL
) -> Iterator[subprocess.Popen[bytes]]:
    try:
        process = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.DEVNULL, env={**os.environ, **secret}
        )
    except OSError as error:
        raise ServerToolFailed(tool=words[0], reason=Phrase("it is not installed")) from error
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


@contextlib.contextmanager
def session_of(reader: ServerReader) -> Iterator[Session]:
    """A session in the reader's own transaction, for the repositories; what it does is the reader's to keep."""
    session = Session(reader.connection, expire_on_commit=False)
    try:
        yield session
    finally:
        session.close()
