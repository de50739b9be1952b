"""A library that is opened behind the window: its services can be named at once, and whoever calls one waits for it.

Services are called in jobs only, so that it is a thread of the pool that waits, never the window.
"""

from __future__ import annotations

import contextlib
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, cast

from vrp.backend.errors import Cancelled

if TYPE_CHECKING:
    from vrp.app.opening import Backend, Opening
    from vrp.backend.paths import LibraryPaths


class LaterBackend:
    """Stands for the `Backend` until it is open, and hands everything on to it afterwards."""

    def __init__(self, opening: Opening, paths: LibraryPaths) -> None:
        self.paths = paths
        self._opening = opening
        self._backend: Future[Backend] = Future()
        self._stack = contextlib.ExitStack()

    def open(self) -> None:
        """Open the library; called once, in a job. Raises `VrpError`."""
        from vrp.app.opening import open_backend

        try:
            backend = self._stack.enter_context(open_backend(self._opening))
        except BaseException as error:  # whoever waits for a service has to learn it too
            self._backend.set_exception(error)
            raise
        self._backend.set_result(backend)

    def close(self) -> None:
        """Close the library. Who still waits for it, because it was never opened, ends with `Cancelled`."""
        if not self._backend.done():
            self._backend.set_exception(Cancelled())
        self._stack.close()

    def fault(self) -> BaseException | None:
        """Why it could not be opened, if so."""
        return self._backend.exception() if self._backend.done() else None

    def as_backend(self) -> Backend:
        return cast("Backend", self)

    def __getattr__(self, name: str) -> Any:
        return _Later(self._backend, name)


class _Later:
    """One part of the library. Its attributes are those of the part itself, once that is there."""

    def __init__(self, backend: Future[Backend], name: str) -> None:
        object.__setattr__(self, "_part", lambda: getattr(backend.result(), name))

    def __getattr__(self, attribute: str) -> Any:
        return getattr(object.__getattribute__(self, "_part")(), attribute)

    def __setattr__(self, attribute: str, value: object) -> None:
        setattr(object.__getattribute__(self, "_part")(), attribute, value)
