"""Sets logging up: structlog over the standard library, one pipeline for our records and those of libraries.

Event names are constants and values are fields. `hooks` adds what Python itself has to say; Qt's messages come by
`vrp.backend.jobs.qt_messages`.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import structlog

from vrp.backend.logs.pipeline import Pipeline
from vrp.backend.logs.redaction import Redactor, salt_of
from vrp.backend.logs.rotation import LogFile

_LEVELS: Final = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}
_TALKATIVE: Final = ("alembic.runtime.plugins",)  # what it says at each start nobody needs
RAISED_MINUTES: Final = 15


class _Logger(structlog.BoundLoggerBase):
    """Asks for the level at each call, so that it can be raised for a while; below it a call costs a look."""

    def debug(self, event: str, **fields: Any) -> None:
        if self._logger.isEnabledFor(logging.DEBUG):
            self._write(logging.DEBUG, event, fields)

    def info(self, event: str, **fields: Any) -> None:
        if self._logger.isEnabledFor(logging.INFO):
            self._write(logging.INFO, event, fields)

    def warning(self, event: str, **fields: Any) -> None:
        if self._logger.isEnabledFor(logging.WARNING):
            self._write(logging.WARNING, event, fields)

    def error(self, event: str, **fields: Any) -> None:
        if self._logger.isEnabledFor(logging.ERROR):
            self._write(logging.ERROR, event, fields)

    def exception(self, event: str, **fields: Any) -> None:
        self.error(event, **{"exc_info": True, **fields})

    def _write(self, level: int, event: str, fields: dict[str, Any]) -> None:
        """Hand a record on as it is: what the standard library adds, such as the caller's line, no log shows."""
        _use_exception(fields)
        message = {**structlog.contextvars.get_contextvars(), **self._context, **fields, "event": event}
        self._logger.handle(logging.LogRecord(self._logger.name, level, "", 0, message, None, None))


class LoggingConfig:
    """Where records go, and which."""

    def __init__(self, *, level: str = "info", max_file_mb: int = 5, files: int = 5) -> None:
        self.level = _LEVELS[level]
        self.max_bytes = max_file_mb * 1024 * 1024
        self.files = files

    def install(self) -> None:
        """Set up structlog and the pipeline; nothing goes to a file yet (`written_to`)."""
        structlog.configure(
            wrapper_class=_Logger,
            logger_factory=structlog.stdlib.LoggerFactory(),
            cache_logger_on_first_use=True,
        )
        logging.raiseExceptions = False
        logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False  # no record shows them
        logging.captureWarnings(True)
        for name in _TALKATIVE:
            logging.getLogger(name).setLevel(logging.WARNING)
        root = logging.getLogger()
        root.setLevel(self.level)
        running = pipeline()
        if running is not None:
            running.base, running.raised_until = self.level, 0.0
            return
        on_terminal = logging.WARNING if sys.stderr is not None and sys.stderr.isatty() else None
        redactor = Redactor(home=str(Path.home()), salt=os.urandom(16))
        root.addHandler(Pipeline(self.level, redactor, terminal=on_terminal))

    @contextlib.contextmanager
    def written_to(self, folder: Path, identity: bytes = b"") -> Iterator[bool]:
        """Within it, records go to the rotating file in ``folder`` too; False where that cannot be written.

        ``identity`` tells this library from others: marks of private words are the same in all of its records.
        """
        running = pipeline()
        if running is None:
            yield False
            return
        if identity:
            running.redactor = Redactor(home=str(Path.home()), salt=salt_of(identity), verbose=running.redactor.verbose)
        try:
            running.use(LogFile(folder, max_bytes=self.max_bytes, files_kept=self.files))
        except OSError as error:
            running.trouble = error.strerror or type(error).__name__
        try:
            yield not running.trouble
        finally:
            running.use(None)


def pipeline() -> Pipeline | None:
    """The one at the root logger, once there is one."""
    return next((one for one in logging.getLogger().handlers if isinstance(one, Pipeline)), None)


def raise_level(minutes: float = RAISED_MINUTES) -> datetime:
    """Write everything down for a while, down to ``debug``; until when."""
    until = time.time() + 60 * minutes
    if (running := pipeline()) is not None:
        running.raised_until = until
        logging.getLogger().setLevel(logging.DEBUG)
    return datetime.fromtimestamp(until, UTC)


def use_level(level: str) -> None:
    """Another level of the settings, from now on; one that was raised for a while stays raised until its end."""
    if (running := pipeline()) is not None:
        running.base = _LEVELS[level]
        if not running.raised_until:
            running.lower()


def lower_level() -> None:
    """Back to the level of the settings at once."""
    if (running := pipeline()) is not None:
        running.lower()


def be_verbose(on: bool) -> None:
    """Whether titles and names are written as they are until the program ends. Secrets never are."""
    if (running := pipeline()) is not None:
        running.redactor.verbose = on


def _use_exception(fields: dict[str, Any]) -> None:
    """Put the error itself in the place of ``exc_info``; the pipeline makes its trace."""
    given = fields.pop("exc_info", None)
    error = given[1] if isinstance(given, tuple) else given if isinstance(given, BaseException) else None
    if given is True:
        error = sys.exc_info()[1]
    if error is not None:
        fields["exception"] = error
