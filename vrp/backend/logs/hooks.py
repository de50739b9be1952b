"""What nobody caught is written down: in the main thread, in other threads, and where Python cannot raise at all.

The hooks that were there before are called too, so that a terminal still shows the trace.
"""

from __future__ import annotations

import sys
import threading
from types import TracebackType

import structlog

log = structlog.get_logger()


def install() -> None:
    """Put the hooks in place; once more is harmless."""
    if not isinstance(sys.excepthook, _Uncaught):
        sys.excepthook = _Uncaught()
        threading.excepthook = _InThread()
        sys.unraisablehook = _Unraisable()


class _Uncaught:
    def __init__(self) -> None:
        self._before = sys.excepthook

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            log.error("uncaught", error=kind.__name__, exc_info=error)
        self._before(kind, error, trace)


class _InThread:
    def __init__(self) -> None:
        self._before = threading.excepthook

    def __call__(self, told: threading.ExceptHookArgs) -> None:
        if not issubclass(told.exc_type, SystemExit):
            thread = told.thread.name if told.thread is not None else ""
            log.error("uncaught_in_thread", error=told.exc_type.__name__, thread=thread, exc_info=told.exc_value)
        self._before(told)


class _Unraisable:
    def __init__(self) -> None:
        self._before = sys.unraisablehook

    def __call__(self, told: sys.UnraisableHookArgs) -> None:
        log.error("unraisable", error=told.exc_type.__name__, exc_info=told.exc_value)
        self._before(told)
