"""How a command talks: one JSON document or lines on standard output, messages on standard error."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from vrp.backend.domain.progress import Progress

Document = dict[str, Any]


def say(text: str) -> None:
    """A message for the person at the terminal; control characters in names cannot forge lines."""
    print(_visible(text), file=sys.stderr)


def output(options: argparse.Namespace, document: Document, lines: Iterable[str]) -> None:
    """One JSON document, or lines for people."""
    if options.json:
        print(json.dumps(document, indent=1))
    else:
        output_lines(lines)


def output_documents(name: str, documents: Iterable[str]) -> None:
    """A long list as it comes, in one JSON document that ends with their number."""
    total = 0
    sys.stdout.write(f'{{\n "{name}": [')
    for document in documents:
        sys.stdout.write(f"{',' if total else ''}\n  {document}")
        total += 1
    sys.stdout.write(f'\n ],\n "total": {total}\n}}\n')


def output_lines(lines: Iterable[str]) -> None:
    """Lines for people."""
    for line in lines:
        sys.stdout.write(f"{_visible(line)}\n")


def _visible(text: str) -> str:
    if text.isprintable():
        return text
    safe = text.encode(errors="replace").decode()
    return "".join(character if character.isprintable() else f"\\x{ord(character):02x}" for character in safe)


def length(seconds: float) -> str:
    """Seconds as people read them: 0:07, 42:10, 1:31:44."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@contextlib.contextmanager
def progress_line(options: argparse.Namespace) -> Iterator[Progress]:
    """A line of per cent on a terminal, and nothing elsewhere."""
    shown = -1
    on_terminal = sys.stderr.isatty() and not options.json

    def progress(done: int, total: int, item: str = "") -> None:
        nonlocal shown
        percent = 100 * done // total if total else 0
        if on_terminal and percent != shown:
            shown = percent
            print(f"\r{percent:3} %", end="", file=sys.stderr)

    yield progress
    if on_terminal:
        print("\r     \r", end="", file=sys.stderr)
