"""The app's side of the probe child: says what a file really is, whatever that file does to whoever opens it."""

from __future__ import annotations

import contextlib
import json
import math
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, Final, Self, cast

from vrp.backend.audio.tags import parse_date, visible
from vrp.backend.domain.recordings import AudioInfo
from vrp.backend.errors import (
    AudioDamaged,
    AudioImplausible,
    ImportRefused,
    InternalFault,
    NoAudioStream,
    NotAudio,
    ProbeTimeout,
    SourceMissing,
    SourceUnreadable,
)
from vrp.backend.phrases import Phrase

WALL_SECONDS: Final = 20.0
START_SECONDS: Final = 60.0  # a loaded machine may take long to load av; that is no fault of the file
COMMAND: Final = (sys.executable, "-P", "-m", "vrp.backend.audio.probe_child")  # -P: nothing from the current folder
_AHEAD: Final = 2  # files that the child knows of: with more both pipes could be full
_LOOK_SECONDS: Final = 0.25
_MAX_REPLY: Final = 1 << 20
_DIGITS: Final = 16  # of a number that is repeated to people
_KILLED: Final = (-9, -24)  # SIGKILL and SIGXCPU: out of memory or time, by the system or by the client

_KINDS: Final[Mapping[str, tuple[str, str, str, str]]] = {
    # FFmpeg's demuxer: suffix and MIME type of sound alone, and of a video with sound
    "wav": ("wav", "audio/wav", "wav", "audio/wav"),
    "w64": ("w64", "audio/x-w64", "w64", "audio/x-w64"),
    "mp3": ("mp3", "audio/mpeg", "mp3", "audio/mpeg"),
    "mov,mp4,m4a,3gp,3g2,mj2": ("m4a", "audio/mp4", "mp4", "video/mp4"),
    "flac": ("flac", "audio/flac", "flac", "audio/flac"),
    "ogg": ("ogg", "audio/ogg", "ogv", "video/ogg"),
    "aac": ("aac", "audio/aac", "aac", "audio/aac"),
    "aiff": ("aiff", "audio/aiff", "aiff", "audio/aiff"),
    "asf": ("wma", "audio/x-ms-wma", "wmv", "video/x-ms-wmv"),
    "matroska,webm": ("mka", "audio/x-matroska", "mkv", "video/x-matroska"),
    "caf": ("caf", "audio/x-caf", "caf", "audio/x-caf"),
    "au": ("au", "audio/basic", "au", "audio/basic"),
    "amr": ("amr", "audio/amr", "amr", "audio/amr"),
}
_REFUSALS: Final[Mapping[str, type[ImportRefused]]] = {
    "not_audio": NotAudio,
    "no_audio": NoAudioStream,
    "damaged": AudioDamaged,
    "limits": ProbeTimeout,
    "missing": SourceMissing,
}


class AudioProbe:
    """Examines files in a child process with limits. Several threads may use it; one file is examined at a time.

    The child is started by `start` or by the first file, again after it died, and ends with `close`, or by itself
    when this process ends in any way.
    """

    def __init__(self, wall_seconds: float = WALL_SECONDS, command: Sequence[str] = COMMAND) -> None:
        self._wall_seconds = wall_seconds
        self._command = command
        self._lock = threading.Lock()
        self._child: _Child | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Start the child without waiting for it, so that it loads while other work goes on."""
        with self._lock:
            if self._child is None:
                self._child = _Child(self._command)

    def examine(self, path: Path, name: str) -> AudioInfo:
        """What ``path`` is, measured; ``name`` is how people know the file.

        Raises NotAudio, NoAudioStream, AudioDamaged, AudioImplausible, ProbeTimeout, SourceMissing or SourceUnreadable.
        """
        answers: list[AudioInfo | ImportRefused] = []
        self.examine_all([(path, name)], answers.append)
        if isinstance(answers[0], ImportRefused):
            raise answers[0]
        return answers[0]

    def examine_all(
        self, files: Sequence[tuple[Path, str]], heard: Callable[[AudioInfo | ImportRefused], object]
    ) -> None:
        """As `examine`, for several one after the other: the child has the next one before its answer is read.

        ``heard`` gets each answer as it comes, and ends the work when it raises.
        """
        with self._lock, contextlib.closing(self._ask([str(path.absolute()) for path, _ in files])) as replies:
            for (_, name), reply in zip(files, replies, strict=True):
                heard(_found(reply, name))

    def close(self) -> None:
        """End the child, also in the middle of a file. A later `examine` starts a new one."""
        if (child := self._child) is not None:
            child.kill()  # before the lock, which whoever waits for a file holds
        with self._lock:
            self._drop()

    def _ask(self, paths: Sequence[str]) -> Generator[dict[str, Any], None, None]:
        asked = answered = 0
        try:
            while answered < len(paths):
                if self._child is None or not self._child.alive():
                    self._drop()  # it was killed between two files: no fault of this one
                    self._child = _Child(self._command)
                    asked = answered
                self._child.wait_until_ready()
                for path in paths[asked : answered + _AHEAD]:
                    self._child.ask(path)
                    asked += 1
                reply = self._answer(self._child)
                answered += 1
                yield reply
        finally:
            if asked > answered:
                self._drop()  # its next reply would be taken for that of another file

    def _answer(self, child: _Child) -> dict[str, Any]:
        reply = child.reply_within(self._wall_seconds)
        if reply is None:
            status = child.end(patience=1.0)
            self._child = None
            return {"refused": "limits" if status in _KILLED else "damaged"}
        if reply.get("refused") == "limits":
            self._drop()  # what it holds after a lack of memory is not for the next file
        return reply

    def _drop(self) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None


class _Child:
    """One running child process."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(
            command,
            env=os.environ | {"PYTHONPATH": module_path()},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._in = cast(IO[bytes], self._process.stdin)
        self._out = cast(IO[bytes], self._process.stdout)
        self._ready = False
        self._heard = b""
        self._deadline = math.inf
        self._ended = threading.Event()
        threading.Thread(target=self._watch, name="probe", daemon=True).start()

    def alive(self) -> bool:
        return self._process.poll() is None

    def wait_until_ready(self) -> None:
        if not self._ready:
            self._ready = self.reply_within(START_SECONDS) is not None
            if not self._ready:
                raise InternalFault(reason="the part that examines files did not start")

    def ask(self, path: str) -> None:
        """Have one more file examined; `reply_within` tells of one that died meanwhile."""
        with contextlib.suppress(OSError):
            self._in.write(json.dumps({"path": path}).encode() + b"\n")

    def kill(self) -> None:
        self._process.kill()

    def end(self, patience: float = 0.0) -> int:
        """Kill the child and return its exit status, negative for a signal.

        One that closed its output may take some of ``patience`` seconds to be gone with a status of its own.
        """
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(patience)
        self._process.kill()
        status = self._process.wait()
        self._ended.set()
        self._in.close()
        self._out.close()
        return status

    def reply_within(self, seconds: float) -> dict[str, Any] | None:
        """The next reply; None when the child died or had to be killed."""
        self._deadline = time.monotonic() + seconds
        try:
            line = self._read_line()
        finally:
            self._deadline = math.inf
        try:
            reply = json.loads(line)
        except ValueError:
            return None
        return reply if isinstance(reply, dict) else None

    def _watch(self) -> None:
        """Pipes cannot be waited for with a limit on all systems, and a timer a file costs as much as its answer."""
        while not self._ended.wait(_LOOK_SECONDS):
            if time.monotonic() > self._deadline:
                self._process.kill()

    def _read_line(self) -> bytes:
        """Up to the end of a line; more than that may have come already."""
        while b"\n" not in self._heard and len(self._heard) < _MAX_REPLY:
            if not (part := self._out.read(65_536)):
                break
            self._heard += part
        line, _, self._heard = self._heard.partition(b"\n")
        return line


def module_path() -> str:
    """The child finds this very package, wherever this process got it from."""
    return os.pathsep.join((str(Path(__file__).parents[3]), *filter(None, [os.environ.get("PYTHONPATH")])))


def _found(reply: Mapping[str, Any], name: str) -> AudioInfo | ImportRefused:
    if "refused" in reply:
        return _refusal(reply, name)
    try:
        return _info(reply)
    except (KeyError, TypeError, ValueError):  # the child met a file that made it talk nonsense
        return AudioDamaged(name=name)


def _refusal(reply: Mapping[str, Any], name: str) -> ImportRefused:
    if reply["refused"] == "implausible":
        return AudioImplausible(name=name, claim=_claim(str(reply.get("detail"))))
    if reply["refused"] == "unreadable":
        return SourceUnreadable(name=name, reason=Phrase("the system refused to open it"))
    return _REFUSALS.get(reply["refused"], AudioDamaged)(name=name)


def _claim(detail: str) -> Phrase:
    """Of what the child says only the number is repeated."""
    what, _, number = detail.partition(" ")
    told = int(number) if number.isdecimal() and len(number) < _DIGITS else 0
    match what:
        case "years":
            return Phrase("{number} years of sound", number=told)
        case "rate":
            return Phrase("a sample rate of {number} Hz", number=told)
    return Phrase("{number} channels", number=told)


def _info(reply: Mapping[str, Any]) -> AudioInfo:
    """The child read what may be hostile, so its numbers are checked again."""
    duration, rate, channels = float(reply["duration"]), int(reply["sample_rate"]), int(reply["channels"])
    if not (math.isfinite(duration) and duration > 0 and rate > 0 and channels > 0):
        raise ValueError(duration)
    codec = str(reply["codec"])
    suffix, mime_type = _kind(str(reply["format"]), codec, bool(reply["video"]), bool(reply["webm"]))
    tags = reply["tags"]
    return AudioInfo(
        duration=round(duration, 6),
        codec=codec,
        sample_rate=rate,
        channels=channels,
        mime_type=mime_type,
        suffix=suffix,
        title=visible(str(tags["title"])),
        artist=visible(str(tags["artist"])),
        recorded_at=parse_date(str(tags["date"])),
    )


def _kind(container: str, codec: str, video: bool, webm: bool) -> tuple[str, str]:
    if container == "ogg" and codec == "opus" and not video:
        return "opus", "audio/ogg"
    if container == "matroska,webm" and webm:
        return "webm", "video/webm" if video else "audio/webm"
    return _KINDS[container][2:] if video else _KINDS[container][:2]
