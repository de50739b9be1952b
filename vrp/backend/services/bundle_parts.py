"""The parts of a support bundle, and the archive that is made of them."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

import vrp
from vrp.backend import files
from vrp.backend.domain.diagnostics import Row
from vrp.backend.phrases import Phrase
from vrp.backend.services.leak_test import words_of

FORMAT: Final = 1
NEVER_INSIDE: Final = (
    Phrase("audio"),
    Phrase("titles"),
    Phrase("notes"),
    Phrase("tags"),
    Phrase("artists"),
    Phrase("file names"),
    Phrase("names of people and computers"),
    Phrase("e-mail addresses"),
    Phrase("passwords, keys and tokens"),
)


class Part(StrEnum):
    """What can be left out, each with the names of its files."""

    REPORT = "report"
    LOGS = "logs"
    METRICS = "metrics"
    JOBS = "jobs"
    SCHEMA = "schema"
    SETTINGS = "settings"
    CRASHES = "crashes"


@dataclass(frozen=True, slots=True)
class Content:
    """A part: its files by name. ``withheld`` lines would have told something; ``fault`` says why there is nothing."""

    part: Part
    files: dict[str, str]
    withheld: int = 0
    fault: str = ""

    @property
    def size(self) -> int:
        return sum(len(text.encode(errors="replace")) for text in self.files.values())


@dataclass(frozen=True, slots=True)
class Draft:
    """All parts, ready to be looked at. ``support_line`` is what is read out on the telephone."""

    made_at: datetime
    support_line: str
    contents: tuple[Content, ...]


BY_LINE: Final = (Part.LOGS, Part.CRASHES)


def pack(draft: Draft, kept: list[Content], without: Collection[Part]) -> bytes:
    """The archive with its manifest, in memory: it is searched before anything of it is on a disk."""
    named = {name: text.encode(errors="backslashreplace") for one in kept for name, text in one.files.items()}
    manifest = {
        "format": FORMAT,
        "program": f"voice-recorder-pro {vrp.__version__}",
        "made_at": draft.made_at.isoformat(timespec="seconds"),
        "files": {
            name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in named.items()
        },
        "left_out": sorted(without),
        "could_not_be_made": {one.part: one.fault for one in kept if one.fault},
        "withheld_lines": sum(one.withheld for one in kept),
        "never_inside": NEVER_INSIDE,
    }
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {"manifest.json": as_json(manifest).encode(), **named}.items():
            entry = zipfile.ZipInfo(name, draft.made_at.timetuple()[:6])
            entry.external_attr = files.PRIVATE_FILE << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return memory.getvalue()


def without_lines(text: str, phrases: set[str]) -> str:
    """The lines of ``text`` that say none of ``phrases``."""
    if not phrases:
        return text
    kept = []
    for line in text.splitlines(keepends=True):
        words = f" {' '.join(words_of(line))} "
        if not any(f" {phrase} " in words or phrase in line for phrase in phrases):
            kept.append(line)
    return "".join(kept)


def table(rows: list[Row], name: str, redact: Callable[[str], str]) -> dict[str, str]:
    """A file of comma-separated values."""
    memory = io.StringIO()
    writer = csv.writer(memory, lineterminator="\n")
    writer.writerow(("name", "value", "state"))
    writer.writerows((redact(row.name), redact(row.value), row.state) for row in rows)
    return {name: memory.getvalue()}


def as_json(document: object) -> str:
    """Readable, and with every letter as itself, so that it can be searched."""
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"
