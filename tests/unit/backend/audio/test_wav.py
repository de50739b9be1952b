from __future__ import annotations

import os
import struct
import wave
from pathlib import Path

import av
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrp.backend.audio import wav
from vrp.backend.domain.takes import CaptureFormat
from vrp.backend.errors import AudioDamaged

MONO = CaptureFormat(48_000, 1, 16)
FORMATS = [MONO, CaptureFormat(48_000, 2, 16), CaptureFormat(44_100, 1, 24), CaptureFormat(96_000, 2, 24)]


def _ramp(format: CaptureFormat, frames: int) -> bytes:
    return bytes(index % 251 for index in range(frames * format.bytes_per_frame))


@pytest.mark.parametrize("format", FORMATS, ids=str)
def test_a_closed_take_is_read_by_other_readers(tmp_path: Path, format: CaptureFormat) -> None:
    path = tmp_path / "take.wav"
    take = wav.TakeWav(path, format)
    take.write(_ramp(format, 4_801))
    take.close()

    assert wav.read_wav(path) == wav.WavInfo(format, 4_801, 4_801)
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getframerate()) == (format.channels, format.sample_rate)
        assert file.readframes(5_000) == _ramp(format, 4_801)
    with av.open(str(path)) as container:
        assert sum(frame.samples for frame in container.decode(audio=0)) == 4_801


def test_the_file_can_be_read_while_it_grows(tmp_path: Path) -> None:
    path = tmp_path / "take.wav"
    take = wav.TakeWav(path, MONO)
    for second in range(1, 4):
        take.write(_ramp(MONO, 1_000))
        take.sync()
        with wave.open(str(path)) as file:
            assert file.getnframes() == second * 1_000
    take.close()


def test_mend_takes_in_what_the_header_does_not_know_yet(tmp_path: Path) -> None:
    path = tmp_path / "take.wav"
    take = wav.TakeWav(path, MONO)
    take.write(_ramp(MONO, 1_000))
    take.sync()
    take.write(_ramp(MONO, 700) + b"\x01")  # half a frame, as a kill leaves it
    size = path.stat().st_size

    assert wav.read_wav(path) == wav.WavInfo(MONO, 1_700, 1_000)
    assert wav.mend_header(path) == wav.WavInfo(MONO, 1_700, 1_700)
    assert path.stat().st_size == size
    assert path.read_bytes()[wav.DATA_OFFSET :] == _ramp(MONO, 1_000) + _ramp(MONO, 700) + b"\x01"
    with wave.open(str(path)) as file:
        assert file.getnframes() == 1_700
    take.close()


def test_mend_makes_a_header_where_a_power_cut_left_none(tmp_path: Path) -> None:
    path = tmp_path / "take.wav"
    path.write_bytes(bytes(wav.DATA_OFFSET) + _ramp(MONO, 500))
    with pytest.raises(AudioDamaged):
        wav.mend_header(path)
    assert wav.mend_header(path, MONO).frames == 500
    assert wav.read_wav(path).format == MONO


def test_mend_leaves_a_foreign_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 48_000, 0, "NONE", ""))
        file.writeframes(bytes(1_000))
    before = path.read_bytes()
    with pytest.raises(AudioDamaged):
        wav.mend_header(path, MONO)
    assert path.read_bytes() == before


def test_a_take_beyond_four_gib_becomes_rf64(tmp_path: Path) -> None:
    path = tmp_path / "take.wav"
    format = CaptureFormat(48_000, 2, 24)
    wav.TakeWav(path, format).close()
    frames = (5 << 30) // format.bytes_per_frame
    os.truncate(path, wav.DATA_OFFSET + frames * format.bytes_per_frame)

    assert wav.mend_header(path) == wav.WavInfo(format, frames, frames)
    with path.open("rb") as file:
        assert file.read(4) == b"RF64"
    with av.open(str(path)) as container:
        assert container.format.name == "wav"
        assert container.streams.audio[0].duration == frames
    with path.open("rb") as file:
        file.seek(12)
        assert struct.unpack("<4sIQQQ", file.read(32))[2:] == (
            path.stat().st_size - 8,
            frames * format.bytes_per_frame,
            frames,
        )


def test_the_change_to_rf64_lies_exactly_at_the_limit() -> None:
    last = (0xFFFF_FFFF - (wav.DATA_OFFSET - 8)) // 2
    assert wav.header(MONO, last).startswith(b"RIFF")
    assert wav.header(MONO, last + 1).startswith(b"RF64")


def test_short_writes_are_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take = wav.TakeWav(tmp_path / "take.wav", MONO)
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: real(fd, bytes(data[:7])))
    take.write(_ramp(MONO, 100))
    take.close()
    monkeypatch.undo()
    assert wav.read_wav(tmp_path / "take.wav") == wav.WavInfo(MONO, 100, 100)
    assert (tmp_path / "take.wav").read_bytes()[wav.DATA_OFFSET :] == _ramp(MONO, 100)


def test_an_existing_take_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "take.wav").write_bytes(b"precious")
    with pytest.raises(FileExistsError):
        wav.TakeWav(tmp_path / "take.wav", MONO)
    assert (tmp_path / "take.wav").read_bytes() == b"precious"


_nearly = st.binary(min_size=80, max_size=80).map(lambda tail: wav.header(MONO, 5)[:48] + tail[48:])


@given(st.binary(max_size=200) | _nearly)
def test_hostile_bytes_never_crash(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("hostile") / "take.wav"
    path.write_bytes(data)
    try:
        info = wav.read_wav(path)
    except AudioDamaged:
        return
    assert info.frames * info.format.bytes_per_frame <= len(data)
