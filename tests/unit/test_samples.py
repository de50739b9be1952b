from __future__ import annotations

import pytest

from vrp.backend.audio.probe import AudioProbe
from vrp.backend.paths import resource

KINDS = {"bell.wav": "wav", "interview.flac": "flac", "melody.opus": "opus", "memo.mp3": "mp3"}


def test_the_sample_recordings_are_what_they_say() -> None:
    with AudioProbe() as probe:
        for name, suffix in KINDS.items():
            info = probe.examine(resource("samples", name), name)
            assert info.suffix == suffix
            assert info.title
            assert info.recorded_at is not None
            assert info.duration == pytest.approx(9, abs=8)


def test_they_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in resource("samples").iterdir() if path.name in KINDS}
    assert sizes.keys() == KINDS.keys()
    assert sum(sizes.values()) < 600_000
