"""Imports and renames without end, and says what it was told to be done: made to be killed."""

from __future__ import annotations

import itertools
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import uuid4

from tests.support.audio_files import write_audio
from vrp.app.opening import Opening, open_backend, tidy


def write(said: Connection, library: Path, folder: Path) -> None:
    with open_backend(Opening(str(library))) as backend:
        tidy(backend)
        said.send("ready")
        for number in itertools.count():
            sources = [write_audio(folder / f"{uuid4().hex}.wav", 0.05 + number / 1000) for _ in range(2)]
            for one in backend.importing.import_paths(sources, keep_both=True).imported:
                said.send(("imported", one.recording.id, one.recording.title))
                renamed = backend.library.rename(one.recording.id, uuid4().hex)
                said.send(("renamed", renamed.id, renamed.title))
            for source in sources:
                source.unlink()
