"""A program that imports and renames without end and says what it was told to be done: made to be killed.

usage: python -m tests.support.writer LIBRARY FOLDER
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path
from uuid import uuid4

from tests.support.audio_files import write_audio
from vrp.app.opening import Opening, open_backend, tidy


def main(library: str, folder: str) -> None:
    with open_backend(Opening(library)) as backend:
        tidy(backend)
        print("ready", flush=True)
        for number in itertools.count():
            sources = [write_audio(Path(folder) / f"{uuid4().hex}.wav", 0.05 + number / 1000) for _ in range(2)]
            for one in backend.importing.import_paths(sources, keep_both=True).imported:
                print("imported", one.recording.id, one.recording.title, flush=True)
                renamed = backend.library.rename(one.recording.id, uuid4().hex)
                print("renamed", renamed.id, renamed.title, flush=True)
            for source in sources:
                source.unlink()


if __name__ == "__main__":
    main(*sys.argv[1:])
