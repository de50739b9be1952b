"""Opening a file that nobody trusts: by its content only, with few demuxers, and without a way to any other file."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import av
from av.container import InputContainer

MAX_CHANNELS: Final = 64
MIN_RATE: Final = 1_000
MAX_RATE: Final = 768_000

_DEMUXERS: Final = "wav,w64,mp3,mov,flac,ogg,aac,aiff,asf,matroska,caf,au,amr"
_HEAD: Final = 16_384
_AFTER_ID3: Final = 65_536  # padding that the tag's length does not count is seen in old files
_SYNC: Final = re.compile(rb"\xff[\xe0-\xff]")
# With these begin frames of DTS, in either order of bytes, of 16 and of 14 bits; and those of AC-3. Both lie in WAVs.
_DTS: Final = re.compile(rb"\x7f\xfe\x80\x01|\xfe\x7f\x01\x80|\x1f\xff\xe8\x00|\xff\x1f\x00\xe8")
_AC3: Final = re.compile(rb"\x0b\x77|\x77\x0b")
_LONGEST_AC3: Final = 4_096  # bytes in which a frame of it must begin
_LARGE_PACKET: Final = 65_536
_SMALL_PACKET: Final = 4_096
_MAGIC: Final = (b"fLaC", b"OggS", b"FORM", b"\x1a\x45\xdf\xa3", b"\x30\x26\xb2\x75", b"caff", b"riff", b"ID3")


class Refusal(Exception):
    """Why a file is refused: a word that the client knows, and for ``implausible`` what the file claims."""

    def __init__(self, word: str, detail: str = "") -> None:
        self.word = word
        self.detail = detail
        super().__init__(word)


@dataclass(frozen=True, slots=True)
class Source:
    """A regular file that is open: ``head`` is its start (behind an ID3 tag: the tag's header, then the sound)."""

    path: str
    descriptor: int
    head: bytes
    size: int

    def open(self, *, whole: bool = True) -> InputContainer:
        """Open it for demuxing from its start; raises `Refusal`. One container at a time.

        Not ``whole``: only its first sound is wanted, which costs a WAV a quarter.
        """
        os.lseek(self.descriptor, 0, os.SEEK_SET)
        try:
            return av.open(
                self._address(),
                "r",
                format=self._forced_demuxer(),
                container_options=self._options(whole),
                metadata_errors="surrogateescape",
            )
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - av raises its own, PermissionError and others for what it cannot read
            raise Refusal("damaged" if self._looks_like_audio() else "not_audio") from None

    def is_webm(self) -> bool:
        """Whether a Matroska file says that it is the web's kind."""
        return b"webm" in self.head[:64]

    def _address(self) -> str:
        # The descriptor and not the path: then a name ending in .mp3 lends nothing to a file of zeros, and FFmpeg needs
        # no right to open files. On Windows its libraries may not share Python's descriptors.
        return "file:" + self.path if sys.platform == "win32" else "fd:"

    def _options(self, whole: bool) -> dict[str, str]:
        # FFmpeg looks for other codecs in a WAV's first packet, and in no more of them. A large one takes it 2 ms, so
        # it is one only where there may be something to find, or where many follow: each costs more than it holds.
        large = whole or self._may_be_surround()
        return {
            "fd": str(self.descriptor),
            "protocol_whitelist": "file" if sys.platform == "win32" else "fd",
            "format_whitelist": _DEMUXERS,
            "max_probe_packets": "1",
            "max_size": str(_LARGE_PACKET if large else _SMALL_PACKET),  # bytes of a WAV's packet
        }

    def _forced_demuxer(self) -> str | None:
        """The demuxer behind an ID3 tag: FFmpeg's own search gives up where a cover picture makes the tag large."""
        if not self.head.startswith(b"ID3"):
            return None
        sound = self.head[10:]
        if sound.startswith(b"fLaC"):
            return "flac"
        if sound[:1] == b"\xff" and len(sound) > 1 and sound[1] & 0xF6 == 0xF0:
            return "aac"
        if not _SYNC.search(sound):
            raise Refusal("damaged")
        return "mp3"

    def _may_be_surround(self) -> bool:
        """Whether what a WAV calls samples may be frames of DTS or AC-3, as on discs."""
        return bool(_DTS.search(self.head) or _AC3.search(self.head, 0, _LONGEST_AC3))

    def _looks_like_audio(self) -> bool:
        if self.head[:4] in (b"RIFF", b"RF64", b"RIFX"):
            return self.head[8:12] == b"WAVE"
        return self.head[4:8] == b"ftyp" or self.head.startswith(_MAGIC)


@contextlib.contextmanager
def opened(path: str) -> Iterator[Source]:
    """The regular file at ``path``; pipes and devices are not waited for. Raises `Refusal`."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise Refusal("missing" if isinstance(error, FileNotFoundError) else "unreadable") from None
    try:
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode):
            raise Refusal("not_audio")
        head = _read_head(descriptor)
        _refuse_riff_claims(head)
        yield Source(path, descriptor, head, state.st_size)
    finally:
        os.close(descriptor)


def refuse_shape(channels: int, rate: int) -> None:
    """Refuse channels and a rate in Hz that no recording has: decoders reserve memory by them."""
    if not 1 <= channels <= MAX_CHANNELS:
        raise Refusal("implausible", f"channels {channels}")
    if not MIN_RATE <= rate <= MAX_RATE:
        raise Refusal("implausible", f"rate {rate}")


def _read_head(descriptor: int) -> bytes:
    try:
        head = os.read(descriptor, _HEAD)
        if length := _id3_length(head):
            os.lseek(descriptor, length, os.SEEK_SET)
            head = head[:10] + os.read(descriptor, _AFTER_ID3)
    except OSError:
        raise Refusal("unreadable") from None
    return head


def _id3_length(head: bytes) -> int:
    """Bytes of the ID3v2 tag at the start of a file, 0 where there is none."""
    if len(head) < 10 or not head.startswith(b"ID3"):
        return 0
    a, b, c, d = (byte & 0x7F for byte in head[6:10])
    return 10 + (a << 21 | b << 14 | c << 7 | d) + (10 if head[5] & 0x10 else 0)


def _refuse_riff_claims(head: bytes) -> None:
    """FFmpeg calls a WAV of 60,000 channels or 0 Hz plainly invalid; people are told what it claims."""
    if head[:4] not in (b"RIFF", b"RF64") or head[8:12] != b"WAVE":
        return
    at = head.find(b"fmt ", 12)
    if 0 < at <= len(head) - 16:
        channels, rate = struct.unpack_from("<HI", head, at + 10)
        refuse_shape(channels, rate)
