"""What a snapshot is: the facts of its manifest, and what is known of its proof."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Final

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

from vrp.backend.domain.reasons import Reason

NAME: Final = re.compile(r"[0-9]{8}T[0-9]{6}Z-[0-9a-f]{6}")
_Utc = Annotated[AwareDatetime, AfterValidator(lambda moment: moment.astimezone(UTC))]
_Count = Annotated[int, Field(ge=0, le=2**62)]


class SnapshotFacts(BaseModel):
    """The first line of a manifest. Sizes are in bytes, times in UTC.

    ``library`` says which library it is of, ``revision`` the form of its database, ``database`` its kind;
    ``recordings`` and ``entries`` count the rows of the recordings and of their history; ``missing`` the files that
    the library itself lacked when the snapshot was made.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Annotated[int, Field(ge=1, le=1)]
    snapshot: Annotated[str, Field(pattern=rf"^{NAME.pattern}$")]
    library: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    created_at: _Utc
    reason: Reason
    app: Annotated[str, Field(max_length=40)]
    revision: Annotated[str, Field(pattern=r"^[0-9]{4}$")]
    database: Annotated[str, Field(pattern=r"^(sqlite|postgresql)$")]
    database_bytes: _Count
    recordings: _Count
    entries: _Count
    audio_files: _Count
    audio_bytes: _Count
    missing: _Count


@dataclass(frozen=True, slots=True)
class Proof:
    """A snapshot was whole ``at`` (UTC), with so many recordings.

    ``tested`` is when SQLite's whole test was last passed: by this very database, or by the one it grew from, where
    it has ``changed`` since. A library that did not change meanwhile is told by the same ``state``, and a history that
    goes on from there by the hash of its ``last`` entry.
    """

    at: datetime
    recordings: int
    tested: datetime
    state: str = ""
    changed: bool = False
    last: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A snapshot whose manifest is whole; ``proof`` is None until one succeeded."""

    facts: SnapshotFacts
    proof: Proof | None

    @property
    def name(self) -> str:
        return self.facts.snapshot


def snapshot_name(moment: datetime, distinction: str) -> str:
    """``20261124T101500Z-3fa2b1``: sorts by time; six hex digits tell two of the same second."""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}-{distinction}"
