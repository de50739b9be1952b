"""Logging: structlog over the standard library, one pipeline for our records and those of libraries.

JSON lines in a rotating file in the library, only warnings on the terminal. Event names are constants and values are
fields; titles, paths and notes are never logged. A log that cannot be written never stops the program.
"""

from __future__ import annotations

import logging
import logging.handlers
import os
import sys
from pathlib import Path
from typing import Any, Final

import structlog

LOG_NAME: Final = "app.log"
_LEVELS: Final = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}


class LoggingConfig:
    """Where records go, and which."""

    def __init__(self, *, level: str = "info", max_file_mb: int = 5, files: int = 5) -> None:
        self.level = _LEVELS[level]
        self.max_bytes = max_file_mb * 1024 * 1024
        self.files = files

    def install(self) -> None:
        """Set up structlog; nothing goes to a file yet (`write_to`)."""
        structlog.configure(
            processors=[
                structlog.contextvars.merge_contextvars,
                structlog.stdlib.add_logger_name,
                structlog.stdlib.add_log_level,
                structlog.processors.TimeStamper(fmt="iso", utc=True),
                structlog.processors.format_exc_info,
                structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
            ],
            wrapper_class=structlog.make_filtering_bound_logger(self.level),
            logger_factory=structlog.stdlib.LoggerFactory(),
            cache_logger_on_first_use=False,
        )
        logging.raiseExceptions = False
        logging.getLogger().setLevel(self.level)

    def write_to(self, folder: Path) -> logging.Handler | None:
        """Send records to the rotating file in ``folder``; None when that cannot be written."""
        path = folder / LOG_NAME
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
            handler = logging.handlers.RotatingFileHandler(
                path, maxBytes=self.max_bytes, backupCount=self.files, encoding="utf-8", errors="backslashreplace"
            )
        except OSError:
            return None
        handler.setFormatter(_formatter())
        logging.getLogger().addHandler(handler)
        return handler


def _formatter() -> logging.Formatter:
    foreign: list[Any] = [
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    return structlog.stdlib.ProcessorFormatter(
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, structlog.processors.JSONRenderer()],
        foreign_pre_chain=foreign,
    )


def remove(handler: logging.Handler | None) -> None:
    """Stop sending records to ``handler`` and close its file."""
    if handler is not None:
        logging.getLogger().removeHandler(handler)
        handler.close()


def install_excepthook() -> None:
    """Log what nobody caught; the window goes on where it can."""

    def hook(kind: type[BaseException], error: BaseException, trace: Any) -> None:
        structlog.get_logger().error("uncaught", error=kind.__name__, exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)

    sys.excepthook = hook
