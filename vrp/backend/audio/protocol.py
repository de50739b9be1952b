"""What the app and its audio engines say to each other: one JSON object a line, over standard input and output.

To an engine: ``{"do": …}``; from it: ``{"event": …}``. Neither side trusts the other to be whole: a line that cannot be
read is passed over, and one without end is dropped.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from vrp.backend.domain.takes import (
    CaptureFormat,
    EndReason,
    Gap,
    InputDevice,
    Level,
    TakeEnded,
    TakeWarning,
    WarningKind,
)
from vrp.backend.errors import InternalFault, VrpError
from vrp.backend.phrases import Phrase

LINE_LIMIT: Final = 4 << 20
# The exit code of an engine that asks for a new one in its place.
START_AGAIN: Final = 75

Message = dict[str, Any]
_JSON: Final = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))


def encode(message: Mapping[str, object]) -> bytes:
    return _JSON.encode(message).encode() + b"\n"


def encode_level(level: Level, frames: int) -> bytes:
    """The message that is said all the time, hence without the detour through a dict: the meter, the take's length."""
    clipped = b"true" if level.clipped else b"false"
    return b'{"event":"level","peak":%.2f,"clipped":%s,"frames":%d}\n' % (level.peak, clipped, frames)


class LineDecoder:
    """Bytes as they arrive → whole messages."""

    def __init__(self) -> None:
        self._rest = b""
        self._overlong = False

    def feed(self, data: bytes) -> Iterator[Message]:
        """The messages that ``data`` completes."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            overlong, self._overlong = self._overlong, False
            message = None if overlong else _parse(line)
            if message is not None:
                yield message
        if len(self._rest) > LINE_LIMIT:
            self._rest, self._overlong = b"", True


def _parse(line: bytes) -> Message | None:
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return message if isinstance(message, dict) else None


# --- Values -----------------------------------------------------------------------------------------------------------


def fault_message(fault: VrpError) -> Message:
    return {"event": "fault", "code": fault.code, "params": {name: _plain(one) for name, one in fault.params.items()}}


def _plain(value: object) -> object:
    """A phrase keeps its values apart, so that the window can translate it."""
    if isinstance(value, Phrase):
        return {"words": value.words, "values": {name: _plain(one) for name, one in value.values.items()}}
    return value if isinstance(value, int) else str(value)


def _param(value: object) -> object:
    if isinstance(value, dict):
        return Phrase(value["words"], **{name: _param(one) for name, one in value["values"].items()})
    return value


def fault_of(message: Message) -> VrpError:
    """The error that `fault_message` told; `InternalFault` for a code of some other version."""
    params = {str(name): _param(value) for name, value in message.get("params", {}).items()}
    for kind in _kinds(VrpError):
        if kind.code == message.get("code"):
            return kind(**params)
    return InternalFault(reason=f"unknown code {message.get('code')}")


def _kinds(kind: type[VrpError]) -> Iterator[type[VrpError]]:
    yield kind
    for special in kind.__subclasses__():
        yield from _kinds(special)


def format_message(format: CaptureFormat) -> Message:
    return {"sample_rate": format.sample_rate, "channels": format.channels, "bits": format.bits}


def format_of(message: Message) -> CaptureFormat:
    return CaptureFormat(int(message["sample_rate"]), int(message["channels"]), int(message["bits"]))


def ended_message(ended: TakeEnded) -> Message:
    return {
        "event": "take_ended",
        "uuid": ended.uuid,
        "frames": ended.frames,
        **format_message(ended.format),
        "reason": ended.reason,
        "device": ended.device,
        "gaps": [[gap.at, gap.frames] for gap in ended.gaps],
    }


def ended_of(message: Message) -> TakeEnded:
    gaps = tuple(Gap(int(at), int(frames)) for at, frames in message["gaps"])
    reason = EndReason(message["reason"])
    return TakeEnded(message["uuid"], int(message["frames"]), format_of(message), reason, message["device"], gaps)


def warning_message(warning: TakeWarning) -> Message:
    return {"event": "warning", "kind": warning.kind, "frames": warning.frames, "over": warning.over}


def warning_of(message: Message) -> TakeWarning:
    return TakeWarning(WarningKind(message["kind"]), int(message["frames"]), bool(message["over"]))


def devices_message(event: str, devices: tuple[InputDevice, ...]) -> Message:
    return {"event": event, "devices": [[device.id, device.name, device.is_default] for device in devices]}


def devices_of(message: Message) -> tuple[InputDevice, ...]:
    return tuple(InputDevice(str(id), str(name), bool(default)) for id, name, default in message["devices"])
