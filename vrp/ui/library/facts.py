"""What there is to know of a recording, as lines of a name and a value, and as text to copy."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from vrp.backend.domain.recordings import Recording
from vrp.ui import texts

Facts = list[tuple[str, str]]


def tr(text: str) -> str:
    return QCoreApplication.translate("Facts", text)


def technical(recording: Recording) -> Facts:
    """Format, length, size, and when: what never changes."""
    return [
        (tr("Length"), texts.length(recording.duration)),
        (tr("Format"), texts.sound(recording)),
        (tr("Size"), texts.size(recording.filesize_bytes)),
        (tr("Recorded"), texts.moment(recording.recorded_at)),
        (tr("Added"), texts.moment(recording.created_at)),
        (tr("Origin"), texts.origin(recording.origin)),
        (tr("File name"), texts.isolated(recording.filename)),
    ]


def shared(recordings: Sequence[Recording]) -> Facts:
    """Of several: the sums, and the values that all have."""
    first, several = recordings[0], tr("Several values")
    one_sound = len({(one.codec, one.sample_rate, one.channels) for one in recordings}) == 1
    one_origin = len({one.origin for one in recordings}) == 1
    one_moment = len({one.recorded_at for one in recordings}) == 1
    return [
        (tr("Length"), texts.length(sum(one.duration for one in recordings))),
        (tr("Size"), texts.size(sum(one.filesize_bytes for one in recordings))),
        (tr("Format"), texts.sound(first) if one_sound else several),
        (tr("Origin"), texts.origin(first.origin) if one_origin else several),
        (tr("Recorded"), texts.moment(first.recorded_at) if one_moment else several),
    ]


def checked(when: datetime | None) -> str:
    """When the file was last read and found to be whole."""
    return tr("Not checked yet") if when is None else tr("Checked {when}").format(when=texts.moment(when))


def as_text(recording: Recording, path: Path, when: datetime | None) -> str:
    """Everything, a line each, as people paste it into a mail."""
    lines = [
        (tr("Title"), recording.title),
        (tr("Tags"), ", ".join(recording.tags)),
        (tr("Notes"), recording.notes),
        *technical(recording),
        (tr("File"), str(path)),
        (tr("SHA-256"), recording.checksum),
        (tr("Last check"), checked(when)),
    ]
    return "\n".join(f"{name}: {value}" for name, value in lines if value) + "\n"
