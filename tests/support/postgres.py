"""A private PostgreSQL server for one run of the tests: no service, nothing kept, nobody else's data in reach.

Its databases sort as English does, not by bytes: whoever forgets to say how text is compared sees it here.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, LiteralString, NoReturn, Self
from uuid import uuid4

import pytest

if TYPE_CHECKING:
    import psycopg

OLDEST: Final = 15
USER: Final = "test"
# Read before the tests get an environment of their own. `make test` sets it where it can install the server.
REQUIRED: Final = os.environ.get("VRP_REQUIRE_POSTGRES") == "1"
# A database that is thrown away needs no care for power cuts.
_SETTINGS: Final = {
    "listen_addresses": "127.0.0.1",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
    "shared_buffers": "64MB",
}


def programs() -> Path | None:
    """The folder with the newest server's programs; Debian keeps them off PATH. None without one from 15 on."""
    folders = [folder for folder in Path("/usr/lib/postgresql").glob("*/bin") if (folder / "initdb").is_file()]
    if found := shutil.which("initdb"):
        folders.append(Path(found).resolve().parent)
    return max((folder for folder in folders if _version(folder) >= OLDEST), key=_version, default=None)


def _version(folder: Path) -> int:
    shown = subprocess.run([folder / "initdb", "--version"], capture_output=True, text=True, check=True).stdout
    return int(shown.partition("PostgreSQL) ")[2].partition(".")[0])  # initdb (PostgreSQL) 15.14 (Debian …)


class PostgresServer:
    """A running server; use as a context manager."""

    def __init__(self, binaries: Path, settings: Mapping[str, str] = MappingProxyType({})) -> None:
        self.binaries = binaries
        self._settings = {**_SETTINGS, **settings}
        # Outside pytest's folders: the server's user must be able to get there.
        self.folder = Path(tempfile.mkdtemp(prefix="vrp-pg."))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self._data = self.folder / "data"

    def __enter__(self) -> Self:
        try:
            self._run("initdb", "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
                      "--locale-provider=icu", "--icu-locale=en-US", "--no-sync", "--no-instructions")  # fmt: skip
            settings = " ".join(f"-c {name}={value}" for name, value in self._settings.items())
            options = f"-p {self.port} -k {self.folder} {settings}"
            self._run("pg_ctl", "-w", "-t", "30", "-l", f"{self.folder}/log", "-o", options, "start")
        except BaseException:  # also a test's timeout: nothing may stay behind
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if (self._data / "postmaster.pid").exists():
            self._run("pg_ctl", "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str) -> str:
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{database}"

    def connect(self, database: str = "postgres") -> psycopg.Connection:
        import psycopg

        return psycopg.connect(self.url(database), autocommit=True)

    def create(self, name: str, template: str = "template0") -> str:
        """A database like ``template``; returns its address."""
        self._say("CREATE DATABASE {} TEMPLATE {}", name, template)
        return self.url(name)

    def drop(self, name: str) -> None:
        self._say("DROP DATABASE {} WITH (FORCE)", name)

    def _say(self, statement: LiteralString, *names: str) -> None:
        from psycopg import sql

        with self.connect() as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))

    def _run(self, program: str, *arguments: str) -> None:
        """The server refuses to run as root, so root lets its own user run it."""
        as_root = os.getuid() == 0
        if as_root:
            shutil.chown(self.folder, "postgres", "postgres")
        with Path(f"{self.folder}.{program}").open("w+b") as said:  # not a pipe: the server would keep it open
            Path(said.name).unlink()
            done = subprocess.run(
                [self.binaries / program, "-D", self._data, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                cwd=self.folder,
                env={"PATH": os.environ["PATH"], "HOME": str(self.folder), "LC_ALL": "C.UTF-8"},
                user="postgres" if as_root else None,
                group="postgres" if as_root else None,
                extra_groups=[] if as_root else None,
                check=False,
            )
            said.seek(0)
            assert done.returncode == 0, f"{program}: {said.read().decode(errors='replace')}"


def _cannot(reason: str) -> NoReturn:
    if REQUIRED:
        pytest.fail(f"PostgreSQL has to be there for this run, but {reason}", pytrace=False)
    pytest.skip(f"needs PostgreSQL {OLDEST} or newer: {reason}")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A server for the whole run. Where there is none, the test is skipped, or fails if the run requires it."""
    binaries = programs()
    if binaries is None:
        _cannot("its programs are not installed")
    try:
        import psycopg  # noqa: F401  # only to see that it is there
    except ImportError:
        _cannot("psycopg is not installed")
    with PostgresServer(binaries) as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The address of an empty database, which goes with the test."""
    name = f"vrp_{uuid4().hex}"
    yield postgres_server.create(name)
    postgres_server.drop(name)


@pytest.fixture(scope="session")
def library_template(postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a database that holds an empty library, made by the migrations once for all tests."""
    from sqlalchemy import make_url

    from vrp.backend.paths import LibraryPaths
    from vrp.backend.persistence import server

    name = "library"
    server.prepare(LibraryPaths(tmp_path_factory.mktemp(name), "template"), make_url(postgres_server.create(name)))
    return name


@pytest.fixture
def postgres_library(postgres_server: PostgresServer, library_template: str) -> Iterator[str]:
    """The address of a database that holds an empty library with an identity of its own, and goes with the test."""
    name = f"vrp_{uuid4().hex}"
    address = postgres_server.create(name, library_template)
    with postgres_server.connect(name) as connection:
        connection.execute("UPDATE library SET id = %s", [uuid4().hex])
    yield address
    postgres_server.drop(name)
