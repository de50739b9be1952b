"""A microphone and a loudspeaker without hardware: a private PulseAudio server for one test (Linux).

Source ``mic`` is the default microphone, fed by what `play` and `loop` send to it; sink ``speaker`` is what the program
plays to, heard by `listen`. At 48 kHz in 16-bit stereo the path is bit exact, so that a test can count every frame.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Self

import numpy as np

RATE: Final = 48_000
PROGRAMS: Final = ("pulseaudio", "pactl", "paplay", "parec")


def missing_programs() -> list[str]:
    return [program for program in PROGRAMS if shutil.which(program) is None]


class VirtualMicrophone:
    """A running server; `env` leads a program to it. Use as a context manager."""

    def __init__(self) -> None:
        # Short and outside pytest's folders: the path of a socket may have 107 bytes.
        self.folder = Path(tempfile.mkdtemp(prefix="vmic."))
        self._runtime = self.folder / "rt"
        self._runtime.mkdir(mode=0o700)
        self._server: subprocess.Popen[bytes] | None = None
        self._modules: dict[str, list[str]] = {}
        self._players: list[subprocess.Popen[bytes]] = []
        self.env = {
            "PULSE_SERVER": f"unix:{self._runtime}/native",
            "PULSE_RUNTIME_PATH": str(self._runtime),
            "XDG_RUNTIME_DIR": str(self._runtime),
            "PULSE_COOKIE": str(self.folder / "cookie"),
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
        }

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:  # also a test's timeout: nothing may stay behind
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- The server ---------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Start the server, also again on the same socket after `kill`."""
        (self._runtime / "native").unlink(missing_ok=True)
        script = self.folder / "server.pa"
        script.write_text(
            f"load-module module-native-protocol-unix socket={self._runtime}/native auth-anonymous=1"
            f" auth-cookie={self.folder}/cookie\n" + f"load-module {_null_sink('speaker')}\n"
        )
        options = "--daemonize=no --use-pid-file=no --exit-idle-time=-1 --realtime=no --high-priority=no"
        log = f"--log-target=newfile:{self.folder}/log"
        self._server = subprocess.Popen(
            ["pulseaudio", "-n", *options.split(), log, "-F", str(script)],
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        wait_until(lambda: self._control("info", check=False) == 0, "the private PulseAudio server answers")
        self._modules.clear()
        self.plug("mic")
        self._control("set-default-source", "mic")
        self._control("set-default-sink", "speaker")

    def kill(self) -> None:
        """The server crashes."""
        self._signal(signal.SIGKILL)
        if self._server is not None:
            self._server.wait()
        self._server = None

    def freeze(self) -> None:
        """The server hangs until `thaw`."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal(signal.SIGCONT)

    def close(self) -> None:
        self.quiet()
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    # --- Microphones --------------------------------------------------------------------------------------------------

    def plug(self, name: str) -> None:
        """Add a microphone."""
        # Without norewinds a null sink hands its sound over in blocks of up to two seconds.
        feed = self._load(*_null_sink(f"{name}_feed").split())
        source = f"master={name}_feed.monitor source_name={name} source_properties=device.description={name}"
        self._modules[name] = [self._load("module-remap-source", *source.split()), feed]

    def unplug(self, name: str = "mic") -> None:
        for module in self._modules.pop(name):
            self._control("unload-module", module)

    def move_recordings(self, to: str) -> None:
        """What a desktop's mixer does: every recording program listens to another source from now on."""
        for line in self._output("list", "short", "source-outputs").splitlines():
            number, _source, client, *_ = line.split("\t")
            if client.isdigit():  # not the remapping of our own microphones
                self._control("move-source-output", number, to)

    def play(self, wav: Path, name: str = "mic") -> subprocess.Popen[bytes]:
        """Speak ``wav`` into a microphone once, beginning now."""
        player = subprocess.Popen(
            ["paplay", f"--device={name}_feed", str(wav)], env=self._environment(), stderr=subprocess.DEVNULL
        )
        self._players.append(player)
        return player

    def quiet(self) -> None:
        """Nobody speaks any more."""
        for player in self._players:
            player.kill()
            player.wait()
        self._players.clear()

    # --- The loudspeaker ----------------------------------------------------------------------------------------------

    @contextmanager
    def listen(self) -> Iterator[Callable[[], np.ndarray]]:
        """While the block runs the speaker is heard; the value gives all that was heard so far, mono, 48 kHz, int16."""
        target = self.folder / f"heard-{time.monotonic_ns()}.raw"
        command = ["parec", "--device=speaker.monitor", "--raw", "--format=s16le", f"--rate={RATE}", "--channels=1"]
        with target.open("wb") as sink:
            ear = subprocess.Popen(
                [*command, "--latency-msec=20"], stdout=sink, stderr=subprocess.DEVNULL, env=self._environment()
            )
            try:
                wait_until(lambda: target.stat().st_size > 0, "the speaker is heard")
                yield lambda: _samples(target)
            finally:
                ear.kill()
                ear.wait()

    # --- Inside -------------------------------------------------------------------------------------------------------

    def _environment(self) -> dict[str, str]:
        return {**os.environ, **self.env, "HOME": str(self.folder)}

    def _signal(self, number: signal.Signals) -> None:
        if self._server is not None and self._server.poll() is None:
            self._server.send_signal(number)

    def _control(self, *arguments: str, check: bool = True) -> int:
        command = ["pactl", *arguments]
        return subprocess.run(command, env=self._environment(), capture_output=True, check=check, timeout=10).returncode

    def _output(self, *arguments: str) -> str:
        done = subprocess.run(
            ["pactl", *arguments], env=self._environment(), capture_output=True, check=True, timeout=10, text=True
        )
        return done.stdout

    def _load(self, *arguments: str) -> str:
        return self._output("load-module", *arguments).strip()


def _null_sink(name: str) -> str:
    format = f"rate={RATE} channels=2 format=s16le norewinds=1"
    return f"module-null-sink sink_name={name} {format} sink_properties=device.description={name}"


def _samples(path: Path) -> np.ndarray:
    data = path.read_bytes()
    return np.frombuffer(data[: len(data) // 2 * 2], dtype="<i2")


def wait_until(condition: Callable[[], bool], what: str, seconds: float = 10.0) -> None:
    """For things outside the process that tell nobody when they happen."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds:g} s: {what}")
        time.sleep(0.02)


# --- Sounds whose every frame is known --------------------------------------------------------------------------------


def write_wav(path: Path, frames: np.ndarray) -> Path:
    """``frames`` is int16 of shape (frames, channels), 48 kHz."""
    with wave.open(str(path), "wb") as file:
        file.setparams((frames.shape[1], 2, RATE, 0, "NONE", ""))
        file.writeframes(frames.astype("<i2").tobytes())
    return path


def counter_wav(path: Path, seconds: float) -> Path:
    """Frame n holds the number n + 1: the low 15 bits left, the rest right; a lost or doubled frame cannot hide."""
    count = np.arange(1, int(seconds * RATE) + 1)
    return write_wav(path, np.stack([count & 0x7FFF, count >> 15], axis=1))


def counted(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The numbers of `counter_wav` in what was recorded, without the silence before and after it."""
    count = left.astype(np.int64) + (right.astype(np.int64) << 15)
    heard = np.flatnonzero(count)
    return count[heard[0] : heard[-1] + 1] if heard.size else count[:0]


def read_take(path: Path) -> np.ndarray:
    """The samples of a take of 16 bits as int16, of 24 bits as its upper 16; shape (frames, channels)."""
    with wave.open(str(path)) as file:
        channels, width = file.getnchannels(), file.getsampwidth()
        data = np.frombuffer(file.readframes(file.getnframes()), np.uint8).reshape(-1, channels, width)
    return np.ascontiguousarray(data[:, :, width - 2 :]).view("<i2")[:, :, 0]
