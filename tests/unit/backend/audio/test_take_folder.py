from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrp.backend.audio import take_folder
from vrp.backend.audio.take_folder import TakeManifest
from vrp.backend.audio.wav import TakeWav
from vrp.backend.domain.takes import CaptureFormat, EndReason, Gap
from vrp.backend.errors import AudioDamaged

STEREO = CaptureFormat(48_000, 2, 24)
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))


def _manifest() -> TakeManifest:
    return TakeManifest.begin(uuid4().hex, "Desk mic", STEREO, NOON)


def _interrupted(takes: Path, frames: int) -> Path:
    folder = take_folder.create(takes, _manifest())
    wav = TakeWav(folder / take_folder.WAV_NAME, STEREO)
    wav.write(bytes(frames * STEREO.bytes_per_frame))
    return folder


def test_a_manifest_comes_back_as_it_was_written(tmp_path: Path) -> None:
    manifest = _manifest().ended(480, EndReason.DEVICE_LOST, (Gap(10, 20),))
    folder = take_folder.create(tmp_path / "takes", manifest)
    assert take_folder.read_manifest(folder) == manifest
    assert manifest.started == datetime(2026, 3, 1, 15, 30, tzinfo=UTC)
    assert manifest.zone == "-03:30"


def test_what_a_kill_left_is_mended_and_told(tmp_path: Path) -> None:
    folder = _interrupted(tmp_path, 1_234)
    ended = take_folder.mend(folder)
    assert (ended.frames, ended.format) == (1_234, STEREO)
    assert (ended.reason, ended.device) == (EndReason.ENGINE_DIED, "Desk mic")
    manifest = take_folder.read_manifest(folder)
    assert manifest is not None
    assert manifest.done
    assert manifest.frames == 1_234
    assert take_folder.mend(folder) == ended


def test_without_a_manifest_the_header_is_enough(tmp_path: Path) -> None:
    folder = _interrupted(tmp_path, 99)
    (folder / take_folder.MANIFEST_NAME).write_bytes(b'{"uuid": [')
    ended = take_folder.mend(folder)
    assert (ended.uuid, ended.frames, ended.format) == (folder.name, 99, STEREO)


def test_without_both_nothing_is_touched(tmp_path: Path) -> None:
    folder = tmp_path / "take"
    folder.mkdir()
    (folder / take_folder.WAV_NAME).write_bytes(b"something else entirely" * 9)
    with pytest.raises(AudioDamaged):
        take_folder.mend(folder)
    assert (folder / take_folder.WAV_NAME).read_bytes() == b"something else entirely" * 9


def test_a_take_is_live_exactly_as_long_as_its_process_holds_it(tmp_path: Path) -> None:
    folder = _interrupted(tmp_path, 10)
    assert not take_folder.is_live(folder)
    script = (
        "import sys, pathlib; from vrp.backend.audio.take_folder import locked\n"
        "with locked(pathlib.Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", script, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        assert take_folder.is_live(folder)
        with pytest.raises(BlockingIOError):
            take_folder.mend(folder)
        holder.kill()
    assert not take_folder.is_live(folder)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["uuid", "bits", "gaps"]), inner),
    max_leaves=5,
)


_keys = st.sampled_from(["uuid", "device", "sample_rate", "channels", "bits", "started", "frames", "gaps", "reason"])


@given(key=_keys, value=_json)
def test_a_hostile_manifest_is_refused_or_understood_but_never_crashes(key: str, value: object) -> None:
    document = json.loads(_manifest().to_json())
    document[key] = value
    try:
        read = TakeManifest.from_json(json.dumps(document).encode())
    except ValueError:
        return
    assert read.format.channels >= 1
