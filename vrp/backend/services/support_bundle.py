"""One file for a supporter: what is needed, and nothing private.

It is made in two steps. `collect` gathers the parts in memory, each by itself: one that cannot be made says why, and
the others stand. A preview can show them and leave some out. `write` packs the rest, searches the finished archive for
every private word that the library and this computer know (`leak_test`), and only then writes it, whole or not at all.

Lines of logs and crash reports that would tell something are withheld one by one and counted. Anywhere else it would be
a mistake of the program: the bundle is refused, and the error says which part it was.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import platform
import re
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from vrp.backend import files
from vrp.backend.domain.diagnostics import Row, Section, SectionId
from vrp.backend.domain.progress import Progress, silent
from vrp.backend.errors import BundleFull, BundleLeaks, BundleNotWritable, BundleThere, DiskFull, LibraryFault, VrpError
from vrp.backend.logs import reader
from vrp.backend.logs.lines import plain
from vrp.backend.logs.redaction import Redactor, salt_of
from vrp.backend.logs.tail import PROCESS, Tail
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import inspection, schema
from vrp.backend.services import known_words
from vrp.backend.services.bundle_parts import BY_LINE, Content, Draft, Part, as_json, pack, table, without_lines
from vrp.backend.services.clock import Clock, utc_now
from vrp.backend.services.diagnostics import DiagnosticsService
from vrp.backend.services.leak_test import LeakTest, Word, own_text, words_of

HOURS: Final = 24
LOG_BYTES: Final = 20 * 1024 * 1024
_CRASH_BYTES: Final = 1024 * 1024
_MEMORY_RECORDS: Final = 5_000


@dataclass(frozen=True, slots=True)
class BundleReport:
    path: Path
    size: int
    parts: tuple[Part, ...]
    withheld: int
    sha256: str


class SupportBundle:
    """``words`` gives every private word there is, anew each time."""

    def __init__(
        self,
        diagnostics: DiagnosticsService,
        records: Tail = PROCESS,
        words: Callable[[], Iterable[Word]] | None = None,
        clock: Clock = utc_now,
    ) -> None:
        self._diagnostics = diagnostics
        self._paths = diagnostics.paths
        self._records = records
        self._words = words or self._known_words
        self._clock = clock
        self._redactor = Redactor(home=str(Path.home()), salt=salt_of(_identity(self._paths)))
        self._names = _names_pattern()
        self._test = LeakTest(_system_words())

    def collect(self, progress: Progress = silent) -> Draft:
        """Gather everything; for a job, it may take seconds. Never raises but `Cancelled`."""
        progress(0, len(Part) + 1)
        sections = self._diagnostics.filled()
        makers: dict[Part, Callable[[], dict[str, str]]] = {
            Part.REPORT: lambda: self._report(sections),
            Part.LOGS: self._logs,
            Part.METRICS: lambda: table(_rows(sections, SectionId.METRICS), "metrics.csv", self._text),
            Part.JOBS: lambda: table(_rows(sections, SectionId.JOBS), "jobs.csv", self._text),
            Part.SCHEMA: lambda: {"schema.sql": inspection.schema_sql(schema.current_database(self._paths))},
            Part.SETTINGS: lambda: self._settings(sections),
            Part.CRASHES: self._crashes,
        }
        contents = []
        for number, (part, make) in enumerate(makers.items(), 1):
            contents.append(_made(part, make))
            progress(number, len(Part) + 1)
        return Draft(self._clock(), self._diagnostics.support_line(), tuple(self._withhold(contents)))

    def write(
        self, draft: Draft, path: Path, *, without: Collection[Part] = (), replace_file: bool = False
    ) -> BundleReport:
        """Write the bundle, for its owner only. Raises `BundleRefused`; nothing is left at ``path`` then."""
        if not replace_file and path.exists():
            raise BundleThere(path=path)
        kept = [content for content in draft.contents if content.part not in without]
        archive = pack(draft, kept, without)
        self._search(archive, path)
        try:
            files.write_atomic(path, archive)
        except DiskFull as fault:
            raise BundleFull(path=path) from fault
        except LibraryFault as fault:
            raise BundleNotWritable(path=path, reason=fault.params.get("reason", "?")) from fault
        withheld = sum(content.withheld for content in kept)
        digest = hashlib.sha256(archive).hexdigest()
        return BundleReport(path, len(archive), tuple(one.part for one in kept), withheld, digest)

    def _search(self, archive: bytes, path: Path) -> None:
        """The last look, at the finished archive as it would be written."""
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            texts = {name: opened.read(name).decode() for name in opened.namelist()}
        for leak in self._test.leaks(texts, self._words()):
            raise BundleLeaks(path=path, part=leak.part, kind=leak.word.kind)

    def _withhold(self, contents: list[Content]) -> Iterator[Content]:
        """Take out of logs and crash reports each line that would tell something."""
        lined = {name: text for one in contents if one.part in BY_LINE for name, text in one.files.items()}
        found: dict[str, set[str]] = {}
        for leak in self._test.leaks(lined, self._words()):
            found.setdefault(leak.part, set()).add(leak.phrase)
        for one in contents:
            kept = {name: without_lines(text, found.get(name, set())) for name, text in one.files.items()}
            gone = sum(one.files[name].count("\n") - text.count("\n") for name, text in kept.items())
            yield replace(one, files=kept, withheld=gone)

    def _known_words(self) -> Iterator[Word]:
        yield from known_words.of_environment()
        yield from known_words.of_library(self._paths)

    # --- parts ---

    def _report(self, sections: tuple[Section, ...]) -> dict[str, str]:
        line = self._text(self._diagnostics.support_line())
        document: dict[str, Any] = {"support_line": line, "sections": {}}
        lines = [line, ""]
        for section in sections:
            rows = [self._row(section.id, row) for row in section.rows if isinstance(row, Row)]
            document["sections"][section.id] = [
                {"name": row.name, "value": row.value, "state": row.state} for row in rows
            ]
            lines += [f"== {section.id}", *(f"{row.state:<8} {row.name}: {row.value}" for row in rows), ""]
        return {"report.txt": "\n".join(lines), "report.json": as_json(document)}

    def _row(self, section: str, row: Row) -> Row:
        value = row.value
        if section == SectionId.SETTINGS:
            told, space, source = value.rpartition(" (")
            value = f"{self._redactor.field(row.name.rpartition('.')[2], told)}{space}{source}"
        elif re.match(r"[/~]|[A-Za-z]:\\", value):
            value = self._redactor.path(value)
        return replace(row, name=self._text(row.name), value=self._text(value))

    def _settings(self, sections: tuple[Section, ...]) -> dict[str, str]:
        rows = [self._row(SectionId.SETTINGS, row) for row in _rows(sections, SectionId.SETTINGS)]
        return {"settings.json": as_json({row.name: row.value for row in rows})}

    def _logs(self) -> dict[str, str]:
        begin = self._clock() - timedelta(hours=HOURS)
        found = {f"logs/{name}": kept for name, kept in reader.since(self._paths.logs, begin, LOG_BYTES)}
        if not found:  # it cannot be written: what is in memory then is all there is
            lines = self._records.lines(max(0, self._records.last - _MEMORY_RECORDS))
            found["logs/memory.log"] = [one for _, line in lines if (one := reader.record_of(line)) is not None]
        return {name: "".join(map(self._log_line, kept)) for name, kept in found.items()}

    def _log_line(self, record: dict[str, Any]) -> str:
        told = {name: plain(name, value, self._redactor) for name, value in record.items()}
        return self._names.sub("[name]", json.dumps(told, ensure_ascii=False)) + "\n"

    def _crashes(self) -> dict[str, str]:
        folder = self._paths.logs / "crashes"
        places = sorted(folder.glob("*.*"), reverse=True) if folder.is_dir() else []
        found = {}
        for place in places:
            with files.open_regular(place) as file:
                lines = file.read(_CRASH_BYTES).decode("utf-8", "replace").splitlines()
            found[f"crashes/{place.name}"] = "".join(f"{self._text(line)}\n" for line in lines)
        return found

    def _text(self, text: str) -> str:
        return self._names.sub("[name]", self._redactor.text(text))


def _made(part: Part, make: Callable[[], dict[str, str]]) -> Content:
    try:
        return Content(part, make())
    except VrpError as fault:
        return Content(part, {}, fault=fault.code)
    except Exception as error:  # noqa: BLE001  # a part that cannot be made must not cost the others
        return Content(part, {}, fault=type(error).__name__)


def _rows(sections: tuple[Section, ...], wanted: SectionId) -> list[Row]:
    return [row for one in sections if one.id == wanted for row in one.rows if isinstance(row, Row)]


def _names_pattern() -> re.Pattern[str]:
    """The names of the person and the computer, where they are not words of the program itself."""
    names = [*known_words.user_names(), *known_words.computer_names()]
    own = own_text().words_known
    told = [re.escape(name) for name in names if len(name) >= 3 and not own.issuperset(words_of(name))]
    return re.compile(rf"(?<!\w)(?:{'|'.join(told)})(?!\w)" if told else r"(?!)", re.IGNORECASE)


def _system_words() -> list[str]:
    """What a report says of the system itself: a computer that is called debian tells nothing by that."""
    try:
        release = list(platform.freedesktop_os_release().values())
    except OSError:
        release = []
    return [*release, platform.platform(), platform.python_version(), "localhost"]


def _identity(paths: LibraryPaths) -> bytes:
    try:
        return paths.identity.read_bytes()
    except OSError:
        return os.fsencode(paths.root)
