"""Processes that are made to be killed, forked from one that has loaded the program already.

Each is a process of its own, as a program that was started, but is there in a hundredth of a second: the start of an
interpreter is no part of what such a test tries.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from functools import cache
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess
from typing import Any, Final, NamedTuple

_LOADED: Final = ["pytest", "alembic.command", "vrp.backend.persistence.migrating", "vrp.backend.services.proving",
                  "tests.support.keeper", "tests.support.writer"]  # fmt: skip


class Forked(NamedTuple):
    """``said`` is what it tells and is told; it ends with the process (`EOFError`)."""

    process: ForkServerProcess
    said: Connection

    def wait(self, seconds: float = 60.0) -> int:
        """Until it has ended; its exit code, or its signal below zero."""
        self.process.join(seconds)
        assert self.process.exitcode is not None, f"it has not ended within {seconds:g} s"
        self.said.close()
        return self.process.exitcode

    def kill(self) -> None:
        self.process.kill()
        self.process.join()


def begin(work: Callable[..., object], *arguments: object) -> Forked:
    """Call ``work`` with its end of the line and the ``arguments``, in a process with the environment of now."""
    said, theirs = multiprocessing.Pipe()
    process = _context().Process(target=_work, args=(dict(os.environ), theirs, work, *arguments), daemon=True)
    process.start()
    theirs.close()
    return Forked(process, said)


@cache
def _context() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_LOADED)
    measured = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("COV")}
    forkserver.ensure_running()
    os.environ.update(measured)
    return context


def _work(environment: dict[str, str], said: Connection, work: Callable[..., object], *arguments: Any) -> None:
    os.environ.clear()
    os.environ.update(environment)
    nobody = os.open(os.devnull, os.O_WRONLY)
    for number in (1, 2):
        os.dup2(nobody, number)
    work(said, *arguments)
