"""Proves that nobody changed the rows behind the program's back: the history is one chain and says what they say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vrp.backend.domain.audit import START, Action, row_state
from vrp.backend.domain.findings import Finding, Severity
from vrp.backend.domain.progress import unless_cancelled
from vrp.backend.domain.recordings import Recording
from vrp.backend.persistence.audit import AuditRepository
from vrp.backend.persistence.database import Session
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.statements import chunks
from vrp.backend.phrases import Phrase

_DONE: Final = {
    Action.RECORDED: Phrase("recorded"),
    Action.IMPORTED: Phrase("imported"),
    Action.RECOVERED: Phrase("recovered"),
    Action.ADOPTED: Phrase("adopted"),
    Action.RENAMED: Phrase("renamed"),
    Action.EDITED: Phrase("edited"),
    Action.DELETED: Phrase("deleted"),
    Action.RESTORED: Phrase("restored"),
    Action.EXPORTED: Phrase("exported"),
    Action.REPAIRED: Phrase("repaired"),
}


def check_history(session: Session) -> Iterator[Finding]:
    """Hold the chain's seals against each other, and each row against its own; all of it is one read."""
    history = AuditRepository(session)
    yield from _broken_chain(history)
    for recordings in chunks(unless_cancelled(RecordingRepository(session).each())):
        newest = history.newest_of(one.uuid for one in recordings)
        for recording in recordings:
            entry = newest.get(recording.uuid)
            yield from _changed_row(recording, None if entry is None else entry.state or "")
    for entry in unless_cancelled(history.vanished()):
        message = Phrase(
            "A recording vanished without being deleted. It was last {action} on {date}.",
            action=_DONE[entry.action],
            date=entry.at,
        )
        yield Finding("VRP-2009", Severity.ERROR, message)


def _broken_chain(history: AuditRepository) -> Iterator[Finding]:
    """Only the first break is told: all that follows it is in doubt."""
    previous, expected = START, 1
    for entry in unless_cancelled(history.each()):
        if entry.seq != expected or entry.previous != previous or not entry.is_sound():
            message = Phrase(
                "The history was changed behind the program's back: its chain is broken at entry {entry}. The "
                "recordings themselves are checked one by one. Keep this library as it is, and compare it with a "
                "backup.",
                entry=str(entry.seq),
            )
            yield Finding("VRP-2006", Severity.ERROR, message)
            return
        previous, expected = entry.hash, entry.seq + 1


def _changed_row(recording: Recording, sealed: str | None) -> Iterator[Finding]:
    """``sealed``: what the last entry says of the row; None where there is no entry."""
    if sealed is None:
        message = Phrase("“{title}” has no history: it was not put there by the program.", title=recording.title)
        yield Finding("VRP-2008", Severity.ERROR, message, recording.id)
    elif sealed != row_state({name: getattr(recording, name) for name in Recording.__slots__}):
        message = Phrase(
            "What is written about “{title}” was changed behind the program's back.", title=recording.title
        )
        yield Finding("VRP-2007", Severity.ERROR, message, recording.id)
