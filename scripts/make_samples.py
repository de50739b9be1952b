"""Makes the sample recordings in resources/samples: speech by espeak-ng, music by arithmetic. Run it from the tree.

They are ours and CC0, small, and of four kinds of file, so that a tour or a test has something real to work on.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1]))  # started by its path, the tree is not on the search path

from tests.support.audio_files import write_audio

SAMPLES = Path(__file__).parents[1] / "resources" / "samples"
RATE = 24_000
INTERVIEW = (
    ("en-us+f3", "Thank you for coming. Could you tell me how you found your first recordings?"),
    ("en-gb+m3", "In a box under the stairs. Forty tapes, and not one of them had a label."),
    ("en-us+f3", "And how do you find them today?"),
    ("en-gb+m3", "I type one word that was said."),
)
MEMO = (("en-gb+f2", "Note to myself. Call the museum before noon, and ask about the harbour interviews of 1974."),)
MELODY = "C4 E4 G4 C5 B4 G4 A4 F4 D4 E4 G4 F4 E4 D4 C4 C4"


def main() -> None:
    SAMPLES.mkdir(parents=True, exist_ok=True)
    _write("interview.flac", _speech(INTERVIEW), "Interview about forty tapes", "2024-03-11")
    _write("memo.mp3", _speech(MEMO), "Memo: call the museum", "2024-05-02T08:15:00Z")
    _write("melody.opus", _melody(), "Melody for the opening", "2023-12-20")
    _write("bell.wav", _bell(), "Bell", "2024-01-01")
    for path in sorted(SAMPLES.iterdir()):
        print(f"{path.stat().st_size:8,}  {path.name}")


def _write(name: str, sound: NDArray[np.float64], title: str, date: str) -> None:
    samples = np.round(np.clip(sound, -1, 1) * 32_767).astype(np.int16)[:, np.newaxis]
    tags = {"title": title, "artist": "Voice Recorder Pro", "date": date, "comment": "CC0"}
    write_audio(SAMPLES / name, rate=RATE, samples=samples, tags=tags)


def _speech(lines: tuple[tuple[str, str], ...]) -> NDArray[np.float64]:
    pause = np.zeros(RATE // 3)
    return np.concatenate([part for voice, text in lines for part in (_spoken(voice, text), pause)])


def _spoken(voice: str, text: str) -> NDArray[np.float64]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "line.wav"
        subprocess.run(["espeak-ng", "-v", voice, "-s", "155", "-w", str(path), text], check=True)
        with wave.open(str(path)) as file:
            sound = np.frombuffer(file.readframes(file.getnframes()), np.int16) / 32_768
            rate = file.getframerate()
    times = np.arange(int(len(sound) * RATE / rate)) / RATE
    return np.interp(times, np.arange(len(sound)) / rate, sound) * 0.8


def _melody() -> NDArray[np.float64]:
    return np.concatenate([_note(name, 0.5) for name in MELODY.split()] + [np.zeros(RATE // 2)])


def _note(name: str, seconds: float) -> NDArray[np.float64]:
    step = {"C": -9, "D": -7, "E": -5, "F": -4, "G": -2, "A": 0, "B": 2}[name[0]] + 12 * (int(name[1]) - 4)
    times = np.arange(int(seconds * RATE)) / RATE
    pitch = 440 * 2 ** (step / 12)
    tone = sum(np.sin(2 * np.pi * pitch * k * times) / k**2 for k in (1, 2, 3))
    return np.asarray(tone) * np.exp(-3 * times) * np.minimum(1, times * 200) * 0.5


def _bell() -> NDArray[np.float64]:
    times = np.arange(2 * RATE) / RATE
    partials = ((523, 1.0, 2), (1_046, 0.6, 3), (1_250, 0.4, 4), (1_570, 0.25, 5))
    ring = sum(level * np.sin(2 * np.pi * pitch * times) * np.exp(-decay * times) for pitch, level, decay in partials)
    return np.asarray(ring) * 0.35


if __name__ == "__main__":
    main()
