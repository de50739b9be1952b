"""The history of the recordings: entries that are only ever added, each sealed to the one before by a hash.

An entry's ``digest`` covers what it says (``nonce``, ``details``, ``state``); its ``hash`` covers the digest, the rest
of the entry, and the hash before. When a recording is purged, what its entries say is erased and only the digests
stay, so that the chain still holds and nothing can be guessed from it: the nonce is random and erased with the rest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

START: Final = "0" * 64  # what stands before the first entry
# What a row's seal covers. Not its number, which a restored library gives anew, nor how far it is synchronised.
# The seals of all libraries depend on it: a field that came later is sealed only where it says something.
_SEALED: Final = (
    "uuid", "filename", "stored_filename", "title", "artist", "notes", "tags", "duration", "filesize_bytes",
    "mime_type", "checksum", "codec", "sample_rate", "channels", "origin", "status", "recorded_at", "created_at",
    "modified_at", "deleted_at",
)  # fmt: skip


class Action(StrEnum):
    RECORDED = "recorded"
    IMPORTED = "imported"
    RECOVERED = "recovered"
    ADOPTED = "adopted"  # it was there when the history began
    RENAMED = "renamed"
    EDITED = "edited"
    DELETED = "deleted"
    RESTORED = "restored"
    PURGED = "purged"
    EXPORTED = "exported"
    REPAIRED = "repaired"
    ERASED = "erased"  # for good: it does not come back with a backup either


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """``seq`` counts from 1 without a hole. ``details`` is JSON text; it, ``nonce`` and ``state`` are None once erased.

    ``state`` is the seal of the recording's row after the action; empty after a purge.
    """

    seq: int
    at: datetime
    recording_uuid: str
    action: Action
    nonce: str | None
    details: str | None
    state: str | None
    digest: str
    previous: str
    hash: str

    @property
    def told(self) -> dict[str, object]:
        """The details as values; empty once erased."""
        found = json.loads(self.details or "{}")
        return found if isinstance(found, dict) else {}

    def is_sound(self) -> bool:
        """Whether the entry is what was sealed."""
        if self.nonce is not None and self.digest != digest(self.nonce, self.details or "", self.state or ""):
            return False
        return self.hash == seal(self.previous, self.seq, self.at, self.recording_uuid, self.action, self.digest)


def row_state(row: Mapping[str, object]) -> str:
    """The seal of a recording's columns: 64 hex digits."""
    return _sha256([_plain(row[name]) for name in _SEALED] + (["favourite"] if row.get("favourite") else []))


def digest(nonce: str, details: str, state: str) -> str:
    """Of what an entry says: 64 hex digits."""
    return _sha256([nonce, details, state])


def seal(previous: str, seq: int, at: datetime, uuid: str, action: str, digest_: str) -> str:
    """The hash that chains an entry to the one before: 64 hex digits."""
    return _sha256([previous, seq, _plain(at), uuid, str(action), digest_])


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, (list, tuple)):
        return list(value)
    return value


def _sha256(values: list[object]) -> str:
    return hashlib.sha256(json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
