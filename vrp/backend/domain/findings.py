"""What a check found that is not as it should be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vrp.backend.phrases import Phrase


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be; ``recording`` is the id, or None for a file without a row."""

    code: str
    severity: Severity
    message: Phrase
    recording: int | None = None
