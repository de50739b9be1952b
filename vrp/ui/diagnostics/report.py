"""What the diagnostics page knows at a moment: the sections, filled by and by. Without Qt's widgets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication

from vrp.backend.domain.diagnostics import Row, Section, SectionId, SlowRow, State
from vrp.ui.texts import translated

_ORDER: Final = (State.FAIL, State.WARN, State.UNKNOWN, State.OK)


def tr(text: str) -> str:
    return QCoreApplication.translate("Diagnostics", text)


def section_name(section: str) -> str:
    return {
        SectionId.HEALTH: tr("Health"),
        SectionId.ABOUT: tr("About"),
        SectionId.SYSTEM: tr("System"),
        SectionId.PATHS: tr("Paths and space"),
        SectionId.AUDIO: tr("Audio"),
        SectionId.DATABASE: tr("Database"),
        SectionId.LIBRARY: tr("Library"),
        SectionId.JOBS: tr("Jobs"),
        SectionId.CLOUD: tr("Cloud"),
        SectionId.BACKUPS: tr("Backups"),
        SectionId.METRICS: tr("Metrics"),
        SectionId.SETTINGS: tr("Settings"),
        SectionId.CRASHES: tr("Crashes"),
        SectionId.THREADS: tr("Threads"),
    }[SectionId(section)]


class Report:
    """Sections of rows. A slow row shows three dots until `fill` puts what was found in its place."""

    def __init__(self, sections: Iterable[Section] = ()) -> None:
        self._sections: dict[str, list[Row | SlowRow]] = {section.id: list(section.rows) for section in sections}

    @property
    def sections(self) -> list[str]:
        """Those that have rows."""
        return [section for section, rows in self._sections.items() if rows]

    @property
    def due(self) -> list[tuple[str, SlowRow]]:
        """What is still to be found out, with its section."""
        return [
            (section, row) for section in self.sections for row in self._sections[section] if isinstance(row, SlowRow)
        ]

    def fill(self, section: str, slow: SlowRow, found: Iterable[Row]) -> None:
        rows = self._sections.get(section, [])
        if slow in rows:
            place = rows.index(slow)
            rows[place : place + 1] = found

    def rows(self, section: str) -> list[Row]:
        return [_as_row(row) for row in self._sections.get(section, [])]

    def worst(self, section: str) -> State:
        """The state that the section is marked with; what is still being found out does not count."""
        states = {row.state for row in self._sections.get(section, []) if isinstance(row, Row)}
        return next((state for state in _ORDER if state in states), State.OK)

    def troubles(self, section: str) -> int:
        """How many rows warn or fail."""
        return sum(
            isinstance(row, Row) and row.state in (State.WARN, State.FAIL) for row in self._sections.get(section, [])
        )

    def found(self, text: str) -> list[tuple[str, list[Row]]]:
        """The rows with every word of ``text`` in section, name or value, by section."""
        words = text.casefold().split()
        result = []
        for section in self.sections:
            rows = [row for row in self.rows(section) if _has(words, section, row)]
            if rows:
                result.append((section, rows))
        return result

    def text(self) -> str:
        """All of it in English, for support: what is not as it should be has its state in front."""
        lines = []
        for section in self.sections:
            lines.append(f"{section}\n" + "-" * len(section))
            lines += [f"{_mark(row.state)}{row.name}: {row.value}" for row in self.rows(section)]
            lines.append("")
        return "\n".join(lines)


def _as_row(row: Row | SlowRow) -> Row:
    return row if isinstance(row, Row) else Row(row.name, "…", State.UNKNOWN)


def _has(words: list[str], section: str, row: Row) -> bool:
    told = (section_name(section), section, translated(row.name), row.name, translated(row.value), row.value)
    shown = " ".join(told).casefold()
    return all(word in shown for word in words)


def _mark(state: State) -> str:
    return {State.WARN: "[warning] ", State.FAIL: "[failed] "}.get(state, "")
