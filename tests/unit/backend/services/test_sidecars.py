from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from vrp.backend.domain.recordings import Origin
from vrp.backend.domain.requests import RecordingCreateRequest
from vrp.backend.services import sidecars


@pytest.mark.parametrize("tags", [(), ("uni",), ("uni", "Übung “1”\\")])
def test_its_bytes_are_those_of_every_version_before(tags: tuple[str, ...]) -> None:
    request = RecordingCreateRequest(
        uuid="0" * 32,
        filename='a "b".wav',
        stored_filename=f"{'0' * 32}.wav",
        title="Löwe \\ „so“",
        notes="one\ntwo\tthree",
        tags=tags,
        duration=1.25,
        filesize_bytes=9,
        mime_type="audio/wav",
        checksum="0" * 64,
        codec="pcm_s16le",
        sample_rate=8000,
        channels=1,
        origin=Origin.IMPORTED,
        recorded_at=datetime(2026, 1, 2, tzinfo=UTC),
        favourite=True,
    )
    written = sidecars.content(request)
    assert json.loads(written)["tags"] == list(tags)
    assert written.decode() == json.dumps(json.loads(written), ensure_ascii=False, indent=1) + "\n"
