"""Makes the sound files that tests read: real ones of each container, and hostile ones.

Sound is a sine tone unless samples are given, so its length and its peak are known to the frame.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Final, cast

import av
import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.int16]

CODECS: Final[dict[str, tuple[str, str]]] = {
    # suffix: (FFmpeg's container, encoder)
    "wav": ("wav", "pcm_s16le"),
    "w64": ("w64", "pcm_s16le"),
    "aiff": ("aiff", "pcm_s16be"),
    "aif": ("aiff", "pcm_s16be"),
    "caf": ("caf", "pcm_s16be"),
    "mp3": ("mp3", "libmp3lame"),
    "m4a": ("ipod", "aac"),
    "mp4": ("mp4", "aac"),
    "flac": ("flac", "flac"),
    "ogg": ("ogg", "vorbis"),
    "opus": ("ogg", "libopus"),
    "aac": ("adts", "aac"),
    "wma": ("asf", "wmav2"),
    "webm": ("webm", "libopus"),
    "mka": ("matroska", "flac"),
}
FORMATS: Final = ("wav", "mp3", "m4a", "flac", "ogg", "opus", "aac", "aiff", "wma", "webm")
_BLOCK: Final = 48_000


def tone(
    seconds: float, rate: int = 48_000, channels: int = 1, frequency: float = 440.0, level: float = 0.5
) -> Samples:
    """A sine as 16 bit samples, ``(frames, channels)``; ``level`` 1.0 is full scale."""
    time = np.arange(round(seconds * rate)) / rate
    wave = np.round(np.sin(2 * np.pi * frequency * time) * level * 32767).astype(np.int16)
    return np.repeat(wave[:, np.newaxis], channels, axis=1)


def write_audio(
    path: Path,
    seconds: float = 1.0,
    *,
    rate: int = 48_000,
    channels: int = 1,
    samples: Samples | None = None,
    codec: str | None = None,
    tags: Mapping[str, str] | None = None,
    options: Mapping[str, str] | None = None,
) -> Path:
    """Write a sound file of the kind that the suffix of ``path`` names; ``options`` go to the container."""
    container, encoder = CODECS[path.suffix[1:]]
    if samples is None:
        samples = tone(seconds, rate, channels)
    encoder_options = {"strict": "experimental"} if encoder == "vorbis" else {}
    if encoder == "vorbis":
        samples = np.repeat(samples, 2, axis=1) if samples.shape[1] == 1 else samples  # this encoder is stereo only
    with av.open(str(path), "w", format=container, container_options=dict(options or {})) as out:
        out.metadata.update(tags or {})
        stream = cast(av.AudioStream, out.add_stream(codec or encoder, rate=rate, options=encoder_options))
        stream.layout = {1: "mono", 2: "stereo"}[samples.shape[1]]
        stream.time_base = Fraction(1, rate)
        stream.bit_rate = 64_000 * samples.shape[1]
        for frame in sound_frames(samples, rate):
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return path


def sound_frames(samples: Samples, rate: int) -> Iterator[av.AudioFrame]:
    """The samples as frames that an encoder takes."""
    layout = {1: "mono", 2: "stereo"}[samples.shape[1]]
    for start in range(0, len(samples), _BLOCK):
        block = np.ascontiguousarray(samples[start : start + _BLOCK].reshape(1, -1))
        frame = av.AudioFrame.from_ndarray(block, "s16", layout)
        frame.sample_rate, frame.pts, frame.time_base = rate, start, Fraction(1, rate)
        yield frame
