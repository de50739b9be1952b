"""What a file really is, found by opening and decoding it. Runs in the probe child, never in the program itself.

The extension is not believed and no header is: a duration counts when the sound was found where it ends. What a file
holds goes out only as numbers, FFmpeg's own names and three tags; error texts never.
"""

from __future__ import annotations

import contextlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from av.audio.stream import AudioStream
from av.container import InputContainer
from av.error import FFmpegError
from av.packet import Packet
from av.stream import Disposition

from vrp.backend.audio import tags
from vrp.backend.audio.sniffing import MIN_RATE, Refusal, Source, opened, refuse_shape

MAX_SECONDS: Final = 366 * 24 * 3600.0

_BYTE_COUNTED: Final = frozenset(("wav", "w64", "aiff", "caf", "au"))  # with PCM inside: bytes are frames
_NEVER_EXACT: Final = frozenset(("mp3", "aac", "amr"))
_AGREES: Final = 0.1  # seconds between the end that a header claims and the one that is found there
_TAIL: Final = 2.0  # seconds before the claimed end at which the search for the real one begins
_SHORT: Final = 5.0  # seconds up to which looking at all costs less than seeking
_CLOCK_SLACK: Final = 16.0
_LONGEST_PACKET: Final = 70.0  # seconds; FLAC's largest block at 1 kHz. More is a number that wrapped around


@dataclass(slots=True)
class Heard:
    """What demuxing has found: all in seconds. ``unsure``: some packet did not say how long it is."""

    seconds: float = 0.0
    end: float = 0.0
    skipped: float = 0.0
    packets: int = 0
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class FirstSound:
    """The first sound that decodes: Hz, channels, where its bytes lie, how many make a second (0: not known).

    ``timed``: the container's clock fits the sound that comes out; one with another time scale can claim any length.
    """

    rate: int
    channels: int
    offset: int
    bytes_a_second: float
    timed: bool


def answer(path: str) -> dict[str, Any]:
    """The reply for one file: what it is, or a word for why it is refused."""
    try:
        return examine(path)
    except Refusal as refusal:
        return {"refused": refusal.word, "detail": refusal.detail}
    except MemoryError:
        return {"refused": "limits", "detail": ""}
    except Exception:  # noqa: BLE001 - hostile files make av raise nearly anything, UnicodeDecodeError among it
        return {"refused": "damaged", "detail": ""}


def examine(path: str) -> dict[str, Any]:
    """Open, decode a little, measure the duration; raises `Refusal`."""
    with opened(path) as source:
        with source.open(whole=False) as container:
            stream = _audio_stream(container)
            claimed = _claimed_seconds(container, stream)
            first = _decode_first(container, stream)
            format, codec = container.format.name, stream.codec_context.codec.canonical_name
            video = any(not each.disposition & Disposition.attached_pic for each in container.streams.video)
            picked = tags.pick(stream.metadata, container.metadata)
        if format in _BYTE_COUNTED and codec.startswith("pcm_"):
            duration = _by_bytes(first, source.size, claimed)
        else:
            duration = _measure(source, claimed if first.timed else None, format, first.timed)
    if duration <= 0:
        raise Refusal("damaged")
    return {
        "format": format,
        "codec": codec,
        "sample_rate": first.rate,
        "channels": first.channels,
        "duration": duration,
        "video": video,
        "webm": source.is_webm(),
        "tags": picked,
    }


def _audio_stream(container: InputContainer) -> AudioStream:
    streams = container.streams.audio
    if not streams:
        raise Refusal("no_audio" if len(container.streams) else "damaged")
    stream = streams[0]
    if stream.codec_context is None:
        raise Refusal("damaged")
    return stream


def _claimed_seconds(container: InputContainer, stream: AudioStream) -> float | None:
    """The duration that the headers give, None for none; more than a year is refused."""
    if stream.duration is not None and stream.time_base is not None:
        claimed = float(stream.duration * stream.time_base)
    elif container.duration is not None:
        claimed = container.duration / 1_000_000
    else:
        return None
    if claimed > MAX_SECONDS:
        raise Refusal("implausible", f"years {claimed / MAX_SECONDS:.0f}")
    return claimed if claimed > 0 else None


# --- Decoding and measuring -------------------------------------------------------------------------------------------


def _decode_first(container: InputContainer, stream: AudioStream) -> FirstSound:
    """Find sound that decodes; raises `Refusal` where there is none, or more of it than any recording has."""
    context = stream.codec_context
    refuse_shape(context.layout.nb_channels or 1, context.sample_rate or MIN_RATE)
    offset, bytes_a_second = 0, 0.0
    for packet in _packets(container, stream):
        if not offset and packet.pos is not None and packet.duration and packet.time_base:
            offset, bytes_a_second = packet.pos, packet.size / float(packet.duration * packet.time_base)
        with contextlib.suppress(FFmpegError):  # of one packet; the next may be whole
            for frame in packet.decode():
                if frame.samples:
                    refuse_shape(frame.layout.nb_channels, frame.sample_rate)
                    timed = _fits(packet, frame.samples / frame.sample_rate)
                    return FirstSound(frame.sample_rate, frame.layout.nb_channels, offset, bytes_a_second, timed)
    raise Refusal("damaged")


def _fits(packet: Packet[AudioStream], heard: float) -> bool:
    """Whether a packet lasts about as long as the ``heard`` seconds in it, unless a part of it is to be skipped."""
    seconds = float((packet.duration or 0) * (packet.time_base or 0))
    return not seconds or packet.has_sidedata("skip_samples") or heard / _CLOCK_SLACK <= seconds <= heard * _CLOCK_SLACK


def _packets(container: InputContainer, stream: AudioStream) -> Iterator[Packet[AudioStream]]:
    """Packets up to the end or to the first that cannot be read, the empty one that flushes the decoder included."""
    packets = container.demux(stream)
    while True:
        try:
            yield next(packets)
        except StopIteration:
            return
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - a cut file ends in an error of nearly any class; what came before it counts
            return


def _by_bytes(first: FirstSound, size: int, claimed: float | None) -> float:
    """Uncompressed sound: a header that claims more than lies in the file is not believed."""
    if not first.bytes_a_second:
        raise Refusal("damaged")
    present = (size - first.offset) / first.bytes_a_second
    return present if claimed is None else min(claimed, present)


def _measure(source: Source, claimed: float | None, container: str, timed: bool) -> float:
    """Seconds of sound: the claimed end where a look there finds it, else the sum of all packets."""
    if claimed is not None and container not in _NEVER_EXACT:
        found = _found_end(source, claimed)
        if abs(found.end - claimed) <= _AGREES:
            return claimed if found.unsure else found.end
    return _by_packets(source, container == "mp3", timed)


def _found_end(source: Source, claimed: float) -> Heard:
    """What lies at the end that is claimed; ``end`` counts from the start of the sound."""
    with source.open() as container:
        stream = container.streams.audio[0]
        start = container.start_time or 0
        if claimed > _SHORT:
            try:
                container.seek(start + int((claimed - _TAIL) * 1_000_000))
            except Exception:  # noqa: BLE001 - a file that cannot be seeked is measured packet by packet
                return Heard()
        heard = _listen(container, stream)
        heard.end -= max(start, 0) / 1_000_000
        return heard


def _by_packets(source: Source, trimmed: bool, timed: bool) -> float:
    """The sum of all packets; decoded where packets do not say how long they are, or say it wrongly."""
    if timed:
        with source.open() as container:
            heard = _listen(container, container.streams.audio[0], trimmed)
        if not heard.unsure:
            return heard.seconds - heard.skipped
    with source.open() as container:
        return _by_decoding(container, container.streams.audio[0])


def _listen(container: InputContainer, stream: AudioStream, trimmed: bool = False) -> Heard:
    """Demux from here to the end. ``trimmed``: take off what the encoder added at both ends, as players do."""
    heard = Heard()
    base = float(stream.time_base or 0)
    for packet in _packets(container, stream):
        if not packet.size:
            continue
        seconds = (packet.duration or 0) * base
        if not 0 < seconds < _LONGEST_PACKET:
            heard.unsure = True
            seconds = 0.0
        if packet.pts is not None:
            heard.end = max(heard.end, packet.pts * base + seconds)
            if heard.packets == 0 and packet.pts < 0:
                heard.skipped = -packet.pts * base
        if trimmed and packet.has_sidedata("skip_samples"):
            start, end = struct.unpack_from("<II", bytes(packet.get_sidedata("skip_samples")))
            heard.skipped += (start + end) / stream.codec_context.sample_rate
        heard.seconds += seconds
        heard.packets += 1
    return heard


def _by_decoding(container: InputContainer, stream: AudioStream) -> float:
    seconds = 0.0
    for packet in _packets(container, stream):
        with contextlib.suppress(FFmpegError):  # of one packet; players skip it too
            for frame in packet.decode():
                seconds += frame.samples / frame.sample_rate
    return seconds
