"""Files that lie about themselves, are broken, or were made to harm whoever opens them."""

from __future__ import annotations

import struct
from pathlib import Path

import av
import numpy as np
from av.stream import Disposition
from numpy.typing import NDArray

from tests.support.audio_files import sound_frames, tone, write_audio


def wav_bytes(
    frames: int,
    *,
    claimed: int | None = None,
    channels: int = 1,
    rate: int = 48_000,
    bits: int = 16,
    riff: bytes = b"RIFF",
) -> bytes:
    """A WAV with ``frames`` frames of tone whose header says what it is told to; ``claimed`` is the data size."""
    block = max(1, channels * bits // 8) & 0xFFFF
    data = tone(frames / 48_000).tobytes() if frames else b""
    claimed = len(data) if claimed is None else claimed
    ds64 = b"ds64" + struct.pack("<IQQQI", 28, 2**63, 2**62, 2**61, 0) if riff == b"RF64" else b""
    header = struct.pack("<HHIIHH", 1, channels, rate, rate * block & 0xFFFFFFFF, block, bits)
    body = b"WAVE" + ds64 + b"fmt " + struct.pack("<I", 16) + header + b"data" + struct.pack("<I", claimed) + data
    return riff + struct.pack("<I", 0xFFFFFFFF if claimed > len(data) else len(body)) + body


def flac_without_frames(samples: int = 2**36 - 1, rate: int = 44_100) -> bytes:
    """A FLAC of headers only that claims ``samples``, up to 433 hours of them."""
    packed = rate << 44 | (2 - 1) << 41 | (16 - 1) << 36 | samples
    info = struct.pack(">HH", 4096, 4096) + bytes(6) + packed.to_bytes(8, "big") + bytes(16)
    return b"fLaC" + struct.pack(">I", 0x80 << 24 | len(info)) + info


def flac_claiming(path: Path, samples: int, seconds: float = 2.0) -> Path:
    """A good FLAC whose header claims ``samples`` (0: not known, as a killed recorder leaves it)."""
    data = bytearray(write_audio(path, seconds).read_bytes())
    word = int.from_bytes(data[18:26], "big") >> 36 << 36 | samples
    data[18:26] = word.to_bytes(8, "big")
    path.write_bytes(data)
    return path


def cut(path: Path, share: float) -> Path:
    """Leave only the first ``share`` of a file, as a crash or a failed copy does."""
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    return path


def id3_tag(size: int) -> bytes:
    """An ID3v2 tag of ``size`` bytes that holds nothing, as a large cover picture would."""
    return b"ID3\x04\x00\x00" + bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0)) + bytes(size)


def id3v1_tag(title: bytes, artist: bytes) -> bytes:
    """The 128 bytes at the end of an old MP3; they know no encoding."""
    return b"TAG" + title.ljust(30, b"\0") + artist.ljust(30, b"\0") + bytes(30) + b"1999" + bytes(31)


def nested_atoms(depth: int = 20_000) -> bytes:
    """MP4 boxes within boxes."""
    sizes = (8 * (depth - level) for level in range(depth))
    start = struct.pack(">I4s4sI", 16, b"ftyp", b"M4A ", 0)
    return start + b"".join(struct.pack(">I4s", size, b"moov" if size % 16 else b"udta") for size in sizes)


def mp4_claiming(path: Path, duration: int, timescale: int | None = None) -> Path:
    """A good M4A of a second whose movie and media headers claim ``duration`` units of 1/``timescale`` s."""
    data = bytearray(write_audio(path, 1.0).read_bytes())
    for name, offset in ((b"mvhd", 20), (b"mdhd", 20), (b"tkhd", 24)):
        at = data.index(name) + offset
        data[at : at + 4] = struct.pack(">I", duration)
        if timescale is not None and name == b"mdhd":
            data[at - 4 : at] = struct.pack(">I", timescale)
    path.write_bytes(data)
    return path


def noise(size: int, seed: int = 1) -> bytes:
    """Random bytes, the same ones each time."""
    return np.random.default_rng(seed).bytes(size)


PLAYLISTS = {
    "concat": b"ffconcat version 1.0\nfile '/etc/passwd'\nfile '/tmp/a.wav'\n",
    "hls": b"#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
    "m3u": b"#EXTM3U\n#EXTINF:10,x\n/etc/passwd\n",
    "sdp": b"v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 5004 RTP/AVP 0\n",
    "dash": b'<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><Period></Period></MPD>',
}


def with_cover(path: Path) -> Path:
    """Put a picture into a sound file, as music players do."""
    covered = path.with_stem(path.stem + "-covered")
    with av.open(str(path)) as source, av.open(str(covered), "w") as out:
        sound = source.streams.audio[0]
        copy = out.add_stream_from_template(sound)
        picture = out.add_stream("png", rate=1)
        picture.width = picture.height = 64
        picture.pix_fmt = "rgb24"
        picture.disposition = Disposition.attached_pic
        frame = av.VideoFrame.from_ndarray(np.full((64, 64, 3), 90, np.uint8), "rgb24")
        out.mux(picture.encode(frame))
        for packet in source.demux(sound):
            if packet.size:
                packet.stream = copy
                out.mux(packet)
    return covered


def video(path: Path, *, sound: bool) -> Path:
    """A second of grey video, with or without a tone."""
    with av.open(str(path), "w") as out:
        picture = out.add_stream("mpeg4", rate=10)
        picture.width = picture.height = 64
        picture.pix_fmt = "yuv420p"
        tracks = [out.add_stream("aac", rate=48_000, layout="mono")] if sound else []
        for _ in range(10):
            out.mux(picture.encode(av.VideoFrame.from_ndarray(np.full((64, 64, 3), 90, np.uint8), "rgb24")))
        out.mux(picture.encode(None))
        for track in tracks:
            for frame in sound_frames(tone(1.0), 48_000):
                out.mux(track.encode(frame))
            out.mux(track.encode(None))
    return path


def float_wav(path: Path, values: NDArray[np.float32]) -> Path:
    """A WAV of 32 bit floats, which may hold anything."""
    data = values.tobytes()
    header = struct.pack("<HHIIHH", 3, 1, 48_000, 192_000, 4, 32)
    body = b"WAVEfmt " + struct.pack("<I", 16) + header + b"data" + struct.pack("<I", len(data)) + data
    path.write_bytes(b"RIFF" + struct.pack("<I", len(body)) + body)
    return path
