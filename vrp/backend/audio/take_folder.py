"""The folder of one take, ``takes/<uuid>/``: its WAV, its manifest, and the lock that says that it is still running."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import vrp
from vrp.backend.audio.wav import WavInfo, mend_header
from vrp.backend.domain.takes import BIT_DEPTHS, MAX_CHANNELS, CaptureFormat, EndReason, Gap, TakeEnded
from vrp.backend.files import fsync_folder, write_atomic
from vrp.backend.locks import FileLock, is_locked

WAV_NAME: Final = "take.wav"
MANIFEST_NAME: Final = "manifest.json"
LOCK_NAME: Final = "take.lock"
_MANIFEST_LIMIT: Final = 4 << 20
_GAPS_KEPT: Final = 10_000


@dataclass(frozen=True, slots=True)
class TakeManifest:
    """What is known of a take beside its audio.

    ``uuid`` has 32 hex digits; ``started`` is UTC, ``zone`` the local offset at that moment (``+01:00``).
    ``frames``, ``gaps`` and ``reason`` are filled in at the end; ``done`` says that the take was closed in order.
    ``continues``: the uuid of the take that this one goes on from, because its microphone was lost; else "".
    """

    uuid: str
    device: str
    format: CaptureFormat
    started: datetime
    zone: str = "+00:00"
    version: str = vrp.__version__
    done: bool = False
    frames: int = 0
    gaps: tuple[Gap, ...] = field(default=())
    reason: EndReason | None = None
    continues: str = ""

    @classmethod
    def begin(
        cls, uuid: str, device: str, format: CaptureFormat, now: datetime, *, continues: str = ""
    ) -> TakeManifest:
        """``now`` is aware and in the local zone."""
        zone = now.strftime("%z") or "+0000"
        return cls(uuid, device, format, now.astimezone(UTC), f"{zone[:3]}:{zone[3:5]}", continues=continues)

    def ended(self, frames: int, reason: EndReason, gaps: tuple[Gap, ...]) -> TakeManifest:
        return replace(self, done=True, frames=frames, reason=reason, gaps=gaps[:_GAPS_KEPT])

    def to_json(self) -> bytes:
        document = {
            "uuid": self.uuid,
            "device": self.device,
            "sample_rate": self.format.sample_rate,
            "channels": self.format.channels,
            "bits": self.format.bits,
            "started": self.started.isoformat(),
            "zone": self.zone,
            "version": self.version,
            "done": self.done,
            "frames": self.frames,
            "gaps": [[gap.at, gap.frames] for gap in self.gaps],
            "reason": self.reason,
            "continues": self.continues,
        }
        return json.dumps(document, indent=1, ensure_ascii=True).encode()

    @classmethod
    def from_json(cls, data: bytes) -> TakeManifest:
        """Raises `ValueError` for anything that this program did not write."""
        try:
            return _manifest(json.loads(data))
        except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
            raise ValueError(f"not a manifest: {type(error).__name__}") from error


def _manifest(found: dict[str, Any]) -> TakeManifest:
    format = CaptureFormat(int(found["sample_rate"]), int(found["channels"]), int(found["bits"]))
    if format.bits not in BIT_DEPTHS or not 1 <= format.channels <= MAX_CHANNELS or format.sample_rate < 1:
        raise ValueError("not a manifest: impossible format")
    started = datetime.fromisoformat(found["started"])
    if started.tzinfo is None:
        raise ValueError("not a manifest: no zone")
    return TakeManifest(
        uuid=UUID(found["uuid"]).hex,
        device=str(found["device"])[:500],
        format=format,
        started=started.astimezone(UTC),
        zone=str(found.get("zone", "+00:00"))[:6],
        version=str(found.get("version", ""))[:40],
        done=bool(found.get("done", False)),
        frames=max(0, int(found.get("frames", 0))),
        gaps=tuple(Gap(int(at), int(frames)) for at, frames in found.get("gaps", [])[:_GAPS_KEPT]),
        reason=EndReason(found["reason"]) if found.get("reason") else None,
        continues=UUID(found["continues"]).hex if found.get("continues") else "",
    )


def write_manifest(folder: Path, manifest: TakeManifest) -> None:
    """Durably, old or new and never half; raises `LibraryFault` (`DiskFull`, `LibraryNotWritable`)."""
    write_atomic(folder / MANIFEST_NAME, manifest.to_json())


def read_manifest(folder: Path) -> TakeManifest | None:
    """None where there is none, or none that can be understood: the audio counts, not the paper."""
    try:
        with (folder / MANIFEST_NAME).open("rb") as file:
            return TakeManifest.from_json(file.read(_MANIFEST_LIMIT))
    except (OSError, ValueError):
        return None


def create(takes: Path, manifest: TakeManifest) -> Path:
    """The new folder ``takes/<uuid>`` with its manifest, durable; raises `OSError` or `LibraryFault`."""
    folder = takes / manifest.uuid
    takes.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.mkdir(mode=0o700)
    write_manifest(folder, manifest)
    fsync_folder(takes)
    return folder


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Held by the process that writes the take, and freed by the kernel however that ends. Raises `BlockingIOError`."""
    with FileLock(folder / LOCK_NAME) as lock:
        if not lock.acquire():
            raise BlockingIOError(f"the take is still being written by {lock.holder()}")
        yield


def is_live(folder: Path) -> bool:
    """True while some process still writes this take: nobody else may touch it."""
    return is_locked(folder / LOCK_NAME)


def mend(folder: Path, reason: EndReason = EndReason.ENGINE_DIED) -> TakeEnded:
    """The take as its file tells it, with the header made to fit; for a take that nobody writes any more.

    ``reason`` stands where the manifest tells none. Raises `BlockingIOError` where the take is still running, `OSError`
    or `LibraryFault`, and `AudioDamaged` where no format is known.
    """
    with locked(folder):
        manifest = read_manifest(folder)
        info: WavInfo = mend_header(folder / WAV_NAME, manifest.format if manifest else None)
        if manifest is None:
            return TakeEnded(folder.name, info.frames, info.format, reason)
        told = manifest.reason or reason
        if not manifest.done or manifest.frames != info.frames:
            write_manifest(folder, manifest.ended(info.frames, told, manifest.gaps))
        return TakeEnded(manifest.uuid, info.frames, info.format, told, manifest.device, manifest.gaps)
