from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import wave
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import av
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support import hostile_files
from tests.support.audio_files import FORMATS, Samples, sound_frames, tone, write_audio
from vrp.backend.audio.probe import COMMAND, AudioProbe
from vrp.backend.domain.recordings import AudioInfo
from vrp.backend.errors import (
    AudioDamaged,
    AudioImplausible,
    Cancelled,
    ImportRefused,
    InternalFault,
    NoAudioStream,
    NotAudio,
    ProbeTimeout,
    SourceMissing,
)

MIME_TYPES = {
    "wav": "audio/wav",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "flac": "audio/flac",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "aac": "audio/aac",
    "aiff": "audio/aiff",
    "wma": "audio/x-ms-wma",
    "webm": "audio/webm",
    "mka": "audio/x-matroska",
    "caf": "audio/x-caf",
    "w64": "audio/x-w64",
}


@pytest.fixture(scope="module")
def probe() -> Iterator[AudioProbe]:
    with AudioProbe() as probe:
        yield probe


def examined(probe: AudioProbe, path: Path) -> AudioInfo:
    return probe.examine(path, path.name)


def encoded(encoder: str, rate: int, samples: Samples) -> bytes:
    """Frames of a codec without a container; ``rate`` is in bits a second."""
    codec = cast(av.AudioCodecContext, av.CodecContext.create(encoder, "w"))
    codec.sample_rate, codec.layout, codec.bit_rate = 48_000, "stereo", rate
    codec.format = "fltp"
    codec.options = {"strict": "experimental"}
    packets = [packet for frame in sound_frames(samples, 48_000) for packet in codec.encode(frame)]
    return b"".join(bytes(packet) for packet in [*packets, *codec.encode(None)])


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


# --- What a file is ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", MIME_TYPES)
def test_each_kind_is_known_whatever_its_name_says(probe: AudioProbe, tmp_path: Path, suffix: str) -> None:
    path = write_audio(tmp_path / f"sound.{suffix}", 1.5, channels=2).rename(tmp_path / "sound.xyz")
    info = examined(probe, path)
    assert (info.suffix, info.mime_type) == (suffix, MIME_TYPES[suffix])
    assert (info.sample_rate, info.channels) == (48_000, 2)


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("seconds", [0.5, 7.25])
def test_the_duration_is_that_of_the_sound(probe: AudioProbe, tmp_path: Path, suffix: str, seconds: float) -> None:
    path = write_audio(tmp_path / f"sound.{suffix}", seconds)
    assert examined(probe, path).duration == pytest.approx(seconds, abs=0.05)


@pytest.mark.parametrize(("rate", "suffix"), [(8_000, "wav"), (16_000, "mp3"), (22_050, "flac"), (44_100, "m4a")])
def test_other_rates(probe: AudioProbe, tmp_path: Path, rate: int, suffix: str) -> None:
    info = examined(probe, write_audio(tmp_path / f"sound.{suffix}", 6.5, rate=rate))
    assert info.sample_rate == rate
    assert info.duration == pytest.approx(6.5, abs=0.05)


def test_codecs_have_ffmpegs_names(probe: AudioProbe, tmp_path: Path) -> None:
    codecs = {suffix: examined(probe, write_audio(tmp_path / f"a.{suffix}")).codec for suffix in ("wav", "mp3", "m4a")}
    assert codecs == {"wav": "pcm_s16le", "mp3": "mp3", "m4a": "aac"}


@pytest.mark.parametrize(("encoder", "rate"), [("ac3", 640_000), ("eac3", 768_000)])
def test_surround_sound_that_a_wav_calls_samples_is_known_as_what_it_is(
    probe: AudioProbe, tmp_path: Path, encoder: str, rate: int
) -> None:
    """As it lies on discs: players that believe the WAV play noise."""
    frames = encoded(encoder, rate, tone(1.0, channels=2))
    with wave.open(str(tmp_path / "disc.wav"), "wb") as disc:
        disc.setparams((2, 2, 48_000, 0, "NONE", ""))
        disc.writeframes(frames)
    assert examined(probe, tmp_path / "disc.wav").codec == encoder


@pytest.mark.parametrize("suffix", ["mp3", "m4a", "flac", "ogg", "opus", "wma", "webm", "wav"])
def test_tags_are_read(probe: AudioProbe, tmp_path: Path, suffix: str) -> None:
    tags = {"title": "Großmutter\x07 erzählt", "artist": "Ann", "date": "2021-03-04"}
    info = examined(probe, write_audio(tmp_path / f"sound.{suffix}", tags=tags))
    assert info.title == "Großmutter erzählt"
    assert info.artist == "Ann"
    if suffix != "wma":  # FFmpeg writes no date into it
        assert info.recorded_at == datetime(2021, 3, 4, tzinfo=UTC)


def test_tags_of_old_programs_are_read_as_latin_1(probe: AudioProbe, tmp_path: Path) -> None:
    sound = write_audio(tmp_path / "a.mp3", options={"write_xing": "0", "id3v2_version": "0"}).read_bytes()
    tag = hostile_files.id3v1_tag("Grüße".encode("latin-1"), b"J\xf6rg")
    info = examined(probe, written(tmp_path / "old.mp3", sound + tag))
    assert (info.title, info.artist) == ("Grüße", "Jörg")


def test_a_large_picture_before_the_sound_is_no_hindrance(probe: AudioProbe, tmp_path: Path) -> None:
    sound = write_audio(tmp_path / "a.mp3", 2.0).read_bytes()
    info = examined(probe, written(tmp_path / "copy.part", hostile_files.id3_tag(5_000_000) + sound))
    assert info.suffix == "mp3"
    assert info.duration == pytest.approx(2.0, abs=0.05)


@pytest.mark.parametrize("suffix", ["mp3", "flac"])
def test_a_cover_is_no_video(probe: AudioProbe, tmp_path: Path, suffix: str) -> None:
    info = examined(probe, hostile_files.with_cover(write_audio(tmp_path / f"a.{suffix}", 2.0)))
    assert info.suffix == suffix
    assert info.duration == pytest.approx(2.0, abs=0.05)


def test_sound_in_a_video_is_kept_as_what_it_is(probe: AudioProbe, tmp_path: Path) -> None:
    info = examined(probe, hostile_files.video(tmp_path / "clip.mp4", sound=True))
    assert (info.suffix, info.mime_type) == ("mp4", "video/mp4")
    assert info.duration == pytest.approx(1.0, abs=0.1)


def test_names_of_odd_bytes_are_no_hindrance(probe: AudioProbe, tmp_path: Path) -> None:
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/a\xff:\n%d.wav")
    os.rename(write_audio(tmp_path / "a.wav"), odd)  # noqa: PTH104 - pathlib would say the same
    assert probe.examine(Path(odd), "a.wav").duration == pytest.approx(1.0)


# --- Headers that lie -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("claimed", [0, 0xFFFFFFFF, 0xFFFFFFF0, 0x7FFFFFFF])
def test_a_wav_is_as_long_as_its_sound(probe: AudioProbe, tmp_path: Path, claimed: int) -> None:
    path = written(tmp_path / "a.wav", hostile_files.wav_bytes(96_000, claimed=claimed))
    assert examined(probe, path).duration == pytest.approx(2.0, abs=0.001)


@pytest.mark.parametrize("samples", [0, 2**36 - 1, 5 * 48_000, 24_000])
def test_a_flac_is_as_long_as_its_sound(probe: AudioProbe, tmp_path: Path, samples: int) -> None:
    path = hostile_files.flac_claiming(tmp_path / "a.flac", samples, seconds=2.0)
    assert examined(probe, path).duration == pytest.approx(2.0, abs=0.001)


def test_an_m4a_is_as_long_as_its_sound(probe: AudioProbe, tmp_path: Path) -> None:
    path = hostile_files.mp4_claiming(tmp_path / "a.m4a", 0xFFFFFFF0)
    assert examined(probe, path).duration == pytest.approx(1.0, abs=0.05)


@pytest.mark.parametrize("suffix", ["wav", "mp3", "flac", "ogg", "opus", "aac", "aiff", "wma", "webm"])
def test_what_a_crash_left_is_measured(probe: AudioProbe, tmp_path: Path, suffix: str) -> None:
    path = hostile_files.cut(write_audio(tmp_path / f"a.{suffix}", 20.0), 0.5)
    assert examined(probe, path).duration == pytest.approx(10.0, abs=1.1)  # Ogg has pages of a second


def test_an_mp3_put_together_from_two_is_as_long_as_both(probe: AudioProbe, tmp_path: Path) -> None:
    sound = write_audio(tmp_path / "a.mp3", 3.0).read_bytes()
    assert examined(probe, written(tmp_path / "b.mp3", sound + sound)).duration == pytest.approx(6.0, abs=0.1)


@pytest.mark.parametrize(
    ("data", "claim"),
    [
        (hostile_files.wav_bytes(100, channels=65_535), "65,535 channels"),
        (hostile_files.wav_bytes(100, channels=65), "65 channels"),
        (hostile_files.wav_bytes(100, channels=0), "0 channels"),
        (hostile_files.wav_bytes(100, rate=0), "0 Hz"),
        (hostile_files.wav_bytes(100, rate=2**32 - 1), "4,294,967,295 Hz"),
        (hostile_files.wav_bytes(100, claimed=0xFFFFFFFF, riff=b"RF64"), "years"),
    ],
)
def test_implausible_claims_are_refused(probe: AudioProbe, tmp_path: Path, data: bytes, claim: str) -> None:
    with pytest.raises(AudioImplausible, match=claim):
        examined(probe, written(tmp_path / "a.wav", data))


@pytest.mark.parametrize("timescale", [1, 100, 10_000_000])
def test_a_false_clock_makes_no_hours_of_a_second(probe: AudioProbe, tmp_path: Path, timescale: int) -> None:
    path = hostile_files.mp4_claiming(tmp_path / "a.m4a", 48_000, timescale)
    assert 0 < examined(probe, path).duration < 1.05


# --- What is refused --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", hostile_files.PLAYLISTS)
@pytest.mark.parametrize("suffix", ["wav", "mp3"])
def test_playlists_are_not_followed(probe: AudioProbe, tmp_path: Path, kind: str, suffix: str) -> None:
    with pytest.raises(NotAudio):
        examined(probe, written(tmp_path / f"a.{suffix}", hostile_files.PLAYLISTS[kind]))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"x", id="one byte"),
        pytest.param(bytes(100_000), id="zeros"),
        pytest.param(b"\xff" * 100_000, id="ones"),
        pytest.param(hostile_files.noise(50_000), id="noise"),
        pytest.param(b"<html><body>404 Not Found</body></html>" * 50, id="web page"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + hostile_files.noise(10_000), id="picture"),
        pytest.param(b"PK\x03\x04" + hostile_files.noise(10_000), id="archive"),
    ],
)
def test_what_is_not_audio_is_refused(probe: AudioProbe, tmp_path: Path, data: bytes) -> None:
    with pytest.raises(NotAudio):
        examined(probe, written(tmp_path / "a.mp3", data))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(hostile_files.wav_bytes(0), id="wav without samples"),
        pytest.param(hostile_files.flac_without_frames(), id="flac of 433 hours without frames"),
        pytest.param(hostile_files.nested_atoms(), id="boxes in boxes"),
        pytest.param(hostile_files.id3_tag(5_000), id="a tag alone"),
        pytest.param(b"ID3\x04\x00\x00\x7f\x7f\x7f\x7f" + bytes(500), id="a tag of 256 MB"),
        pytest.param(b"OggS" + hostile_files.noise(5_000), id="ogg noise"),
    ],
)
def test_damaged_audio_is_refused(probe: AudioProbe, tmp_path: Path, data: bytes) -> None:
    with pytest.raises(AudioDamaged):
        examined(probe, written(tmp_path / "a.wav", data))


def test_an_m4a_without_its_index_is_damaged(probe: AudioProbe, tmp_path: Path) -> None:
    with pytest.raises(AudioDamaged):
        examined(probe, hostile_files.cut(write_audio(tmp_path / "a.m4a", 5.0), 0.8))


def test_a_video_without_sound_is_refused(probe: AudioProbe, tmp_path: Path) -> None:
    with pytest.raises(NoAudioStream):
        examined(probe, hostile_files.video(tmp_path / "clip.mp4", sound=False))


def test_pipes_folders_and_missing_files_are_not_waited_for(probe: AudioProbe, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.wav")
    for path in (tmp_path / "pipe.wav", tmp_path, Path("/dev/zero")):
        with pytest.raises(NotAudio):
            examined(probe, path)
    with pytest.raises(SourceMissing):
        examined(probe, tmp_path / "gone.wav")


def test_an_error_never_holds_what_the_file_holds(probe: AudioProbe, tmp_path: Path) -> None:
    path = written(tmp_path / "a.mp3", b"OggS secret-in-the-file " * 200)
    with pytest.raises(ImportRefused) as caught:
        examined(probe, path)
    assert "secret" not in str(caught.value) + repr(caught.value.params)


# --- The child --------------------------------------------------------------------------------------------------------

READY = "print('{\"ready\": true}', flush=True)"


def program(tmp_path: Path, *lines: str) -> tuple[str, ...]:
    """A stand-in for the child that first says it is ready."""
    path = written(tmp_path / "child.py", "\n".join(("import os, signal, sys", READY, *lines)).encode())
    return (sys.executable, str(path))


def limited(*lines: str) -> tuple[str, ...]:
    """The real child whose examination is replaced."""
    start = ("from vrp.backend.audio import examination, probe_child", *lines, "probe_child.main()")
    return (sys.executable, "-c", "\n".join(start))


def test_a_child_that_hangs_is_killed(tmp_path: Path) -> None:
    with AudioProbe(0.2, program(tmp_path, "signal.pause()")) as probe, pytest.raises(ProbeTimeout, match="mine"):
        probe.examine(tmp_path, "mine.wav")


def test_a_child_that_crashes_costs_only_its_file(tmp_path: Path) -> None:
    flag = tmp_path / "crashed"
    real = f"os.execv(sys.executable, {[sys.executable, *COMMAND[1:]]!r})"
    crash = f"sys.stdin.readline(); open({str(flag)!r}, 'w'); os.kill(os.getpid(), signal.SIGSEGV)"
    lines = f"import os, signal, sys\nif os.path.exists({str(flag)!r}): {real}\n{READY}\n{crash}\n"
    child = written(tmp_path / "child.py", lines.encode())
    good = write_audio(tmp_path / "a.wav")
    with AudioProbe(command=(sys.executable, str(child))) as probe:
        with pytest.raises(AudioDamaged):
            examined(probe, good)
        assert examined(probe, good).duration == pytest.approx(1.0)


def test_a_child_that_talks_nonsense_is_not_believed(tmp_path: Path) -> None:
    nonsense = 'sys.stdin.readline(); print(\'{"duration": "nan", "sample_rate": 1, "channels": 1}\', flush=True)'
    with AudioProbe(command=program(tmp_path, nonsense)) as probe, pytest.raises(AudioDamaged):
        probe.examine(tmp_path, "a.wav")


def test_a_child_killed_between_two_files_is_started_again(tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    real = [sys.executable, *COMMAND[1:]]
    start = f"import os\nopen({str(pid)!r}, 'w').write(str(os.getpid()))\nos.execv({sys.executable!r}, {real!r})"
    good = write_audio(tmp_path / "a.wav")
    with AudioProbe(command=(sys.executable, "-c", start)) as probe:
        examined(probe, good)
        first = int(pid.read_text())
        os.kill(first, signal.SIGKILL)
        os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
        assert examined(probe, good).duration == pytest.approx(1.0)
        assert int(pid.read_text()) != first


def test_a_child_that_does_not_start_is_our_fault(tmp_path: Path) -> None:
    with AudioProbe(command=(sys.executable, "-c", "raise SystemExit(1)")) as probe, pytest.raises(InternalFault):
        probe.examine(tmp_path, "a.wav")


def test_too_much_memory_ends_in_a_refusal(tmp_path: Path) -> None:
    with AudioProbe(command=limited("examination.examine = lambda path: bytearray(2 << 30)")) as probe:
        for _ in range(2):
            with pytest.raises(ProbeTimeout):
                probe.examine(tmp_path, "a.wav")


def test_too_much_processor_time_ends_in_a_refusal(tmp_path: Path) -> None:
    spin = "def spin(path):\n    while True: pass"
    spins = limited("probe_child.CPU_SECONDS = 0", spin, "examination.examine = spin")
    with AudioProbe(command=spins) as probe, pytest.raises(ProbeTimeout):
        probe.examine(tmp_path, "a.wav")


def test_closing_ends_a_child_in_the_middle_of_a_file(tmp_path: Path) -> None:
    asked = tmp_path / "asked"
    os.mkfifo(asked)
    hangs = program(tmp_path, f"sys.stdin.readline(); open({str(asked)!r}, 'w').close(); signal.pause()")
    probe = AudioProbe(command=hangs)
    refusals: list[BaseException] = []

    def examine() -> None:
        try:
            probe.examine(tmp_path, "a.wav")
        except ImportRefused as refusal:
            refusals.append(refusal)

    thread = threading.Thread(target=examine)
    thread.start()
    asked.open().close()  # waits until the child has the file
    probe.close()
    thread.join(10)
    assert [type(refusal) for refusal in refusals] == [ProbeTimeout]


def test_the_child_ends_with_its_input() -> None:
    child = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdout.readline()
    child.stdin.close()
    assert child.wait(10) == 0
    child.stdout.close()


def test_threads_take_turns(probe: AudioProbe, tmp_path: Path) -> None:
    files = {n: write_audio(tmp_path / f"{n}.wav", samples=tone(n / 10)) for n in range(1, 9)}
    found: dict[int, float] = {}

    def examine(n: int) -> None:
        for _ in range(10):
            found[n] = examined(probe, files[n]).duration

    threads = [threading.Thread(target=examine, args=(n,)) for n in files]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {n: pytest.approx(n / 10) for n in files}


def answers(probe: AudioProbe, files: Sequence[Path]) -> list[AudioInfo | ImportRefused]:
    found: list[AudioInfo | ImportRefused] = []
    probe.examine_all([(path, path.name) for path in files], found.append)
    return found


def test_several_are_answered_in_their_order_and_one_that_kills_the_child_costs_no_other(tmp_path: Path) -> None:
    crash = "def crash(path):\n    if 'bad' in path: os.kill(os.getpid(), 9)\n    return real(path)"
    child = limited("import os; real = examination.answer", crash, "examination.answer = crash")
    files = [write_audio(tmp_path / f"{name}.wav", seconds) for name, seconds in (("a", 0.1), ("bad", 0.2), ("b", 0.3))]
    with AudioProbe(command=child) as probe:
        found = answers(probe, files)
    assert [one.duration if isinstance(one, AudioInfo) else type(one) for one in found] == [0.1, ProbeTimeout, 0.3]


def test_answers_that_come_together_are_told_apart(tmp_path: Path) -> None:
    replies = '{"refused": "no_audio"}\n{"refused": "missing"}'
    together = f"sys.stdin.readline(); sys.stdin.readline(); print({replies!r})"
    with AudioProbe(command=program(tmp_path, together)) as probe:
        found = answers(probe, [tmp_path, tmp_path])
    assert [type(one) for one in found] == [NoAudioStream, SourceMissing]


def test_who_leaves_in_the_middle_leaves_no_answer_for_the_next(probe: AudioProbe, tmp_path: Path) -> None:
    files = [write_audio(tmp_path / f"{n}.wav", n / 10) for n in range(1, 4)]

    def leave(_answer: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled) as kept:  # as whoever looks at a job's error keeps all that it came through
        probe.examine_all([(path, path.name) for path in files[:2]], leave)
    assert isinstance(kept.value, Cancelled)
    assert examined(probe, files[2]).duration == pytest.approx(0.3)


# --- Any bytes at all -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("whole")
    return {suffix: write_audio(folder / f"a.{suffix}", 0.3).read_bytes()[:30_000] for suffix in FORMATS}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    suffix=st.sampled_from(FORMATS),
    changes=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8)), max_size=8),
    keep=st.floats(0, 1),
)
def test_mutated_files_give_a_sane_answer(
    probe: AudioProbe,
    whole: dict[str, bytes],
    tmp_path: Path,
    suffix: str,
    changes: list[tuple[float, bytes]],
    keep: float,
) -> None:
    data = bytearray(whole[suffix])
    for share, replacement in changes:
        at = int(share**3 * len(data))  # headers lie at the start
        data[at : at + len(replacement)] = replacement
    check_sane(probe, written(tmp_path / "a.part", bytes(data[: round(len(data) * (1 - keep**4))])))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    magic=st.sampled_from([b"", b"RIFF....WAVEfmt ", b"fLaC", b"OggS", b"ID3", b"\xff\xfb", b"\x1aE\xdf\xa3", b"FORM"]),
    rest=st.binary(max_size=4_000),
)
def test_random_bytes_give_a_sane_answer(probe: AudioProbe, tmp_path: Path, magic: bytes, rest: bytes) -> None:
    check_sane(probe, written(tmp_path / "a.part", magic + rest))


def check_sane(probe: AudioProbe, path: Path) -> None:
    start = time.monotonic()
    try:
        info = examined(probe, path)
    except ImportRefused:
        return
    finally:
        assert time.monotonic() - start < 10
    assert 0 < info.duration < 366 * 24 * 3600
    assert 1 <= info.channels <= 64
    assert 1_000 <= info.sample_rate <= 768_000
    assert info.suffix.isalnum()
