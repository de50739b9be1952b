"""Hears what the program logs while a test runs."""

from __future__ import annotations

import logging


class LogWatch(logging.Handler):
    """Collects the messages from WARNING up, of all loggers."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.unexpected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.unexpected.append(f"{record.name}: {record.getMessage()}")

    def expect(self, text: str) -> None:
        """Says that a message with ``text`` in it was due; raises AssertionError when there is none."""
        kept = [message for message in self.unexpected if text not in message]
        assert len(kept) < len(self.unexpected), f"nothing logged says {text!r}: {self.unexpected}"
        self.unexpected = kept
