"""Removes from a backup folder what no snapshot names any more."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from pathlib import Path

from vrp.backend.store import packs
from vrp.backend.store.folder import PREFIXES, BackupStore
from vrp.backend.store.manifest import Manifest


def collect(store: BackupStore) -> None:
    """Remove what no snapshot names, of a folder that is locked.

    Nothing at all where a manifest is damaged: nobody can say what it named. Raises its `BackupFault`.
    """
    manifests = store.manifests()
    for one in manifests:
        one.facts()
    with store.faults():
        for path in _unnamed(store, manifests):
            path.unlink()


def _unnamed(store: BackupStore, manifests: list[Manifest]) -> Iterator[Path]:
    used = {entry.pack for one in manifests for entry in one.chunks()}
    for path in (store.root / "database").glob(f"*{packs.SUFFIX}"):
        if path.name.removesuffix(packs.SUFFIX) not in used:
            yield path
    instead = {entry.instead for one in manifests for entry in one.audio() if entry.instead}
    named = heapq.merge(*(_kept(one) for one in manifests))
    current = next(named, "")
    for prefix in PREFIXES:
        for checksum in sorted(store.audio_sizes(prefix)):
            while current and current < checksum:
                current = next(named, "")
            if checksum != current and checksum not in instead:
                yield store.root / "audio" / prefix / checksum


def _kept(one: Manifest) -> Iterator[str]:
    return (entry.audio for entry in one.audio() if not entry.missing and entry.instead is None)
