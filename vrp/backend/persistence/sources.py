"""What a backup is made of: a database that can be copied while it is in use, in a file or on a server."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from vrp.backend.persistence.snapshot import DatabaseReader, SqliteSource

if TYPE_CHECKING:
    from vrp.backend.persistence.database import Address


class DatabaseSource(Protocol):
    """`SqliteSource` or `ServerSource`; each tells what its methods raise."""

    @property
    def kind(self) -> str: ...

    def live(self) -> DatabaseReader: ...

    def state(self) -> str: ...

    def copied(self, target: Path, on_wait: Callable[[], None]) -> AbstractContextManager[DatabaseReader]: ...


def source_of(address: Address) -> DatabaseSource:
    """The source at an address."""
    if isinstance(address, Path):
        return SqliteSource(address)
    from vrp.backend.persistence.server_copies import ServerSource

    return ServerSource(address)
