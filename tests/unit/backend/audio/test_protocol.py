from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrp.backend.audio import protocol
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
from vrp.backend.errors import FileUnplayable, FormatUnsupported, InternalFault, MicrophoneLost, NoMicrophone, VrpError
from vrp.backend.phrases import Phrase

DEEP = FormatUnsupported(device="USB mic", format=Phrase("{channels} in {bits} bits", channels=Phrase("two"), bits=16))


def _through(message: protocol.Message) -> protocol.Message:
    (heard,) = protocol.LineDecoder().feed(protocol.encode(message))
    return heard


def test_a_level_arrives_as_it_was_measured() -> None:
    data = protocol.encode_level(Level(-6.0206, clipped=True), 96_000) + protocol.encode_level(Level(-120.0), 0)
    loud, silent = protocol.LineDecoder().feed(data)
    assert loud == {"event": "level", "peak": -6.02, "clipped": True, "frames": 96_000}
    assert silent == {"event": "level", "peak": -120.0, "clipped": False, "frames": 0}


def test_a_message_may_come_in_any_pieces() -> None:
    sent = [{"do": "record", "uuid": "ä\n\u2028"}, {"do": "stop"}]
    data = b"".join(protocol.encode(message) for message in sent)
    decoder = protocol.LineDecoder()
    assert [message for byte in data for message in decoder.feed(bytes([byte]))] == sent


@given(st.lists(st.binary(max_size=50)))
def test_noise_between_messages_is_passed_over(noise: list[bytes]) -> None:
    decoder = protocol.LineDecoder()
    for piece in noise:
        list(decoder.feed(piece))
    list(decoder.feed(b"\n"))
    assert list(decoder.feed(protocol.encode({"event": "state"}))) == [{"event": "state"}]


def test_a_line_without_end_does_not_grow_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "LINE_LIMIT", 100)
    decoder = protocol.LineDecoder()
    for _ in range(10):
        assert list(decoder.feed(b"x" * 90)) == []
    assert list(decoder.feed(b"x\n" + protocol.encode({"do": "stop"}))) == [{"do": "stop"}]


def test_values_arrive_as_they_were_sent() -> None:
    ended = TakeEnded("ab", 480, CaptureFormat(44_100, 2, 24), EndReason.DEVICE_LOST, "mic", (Gap(1, 2), Gap(3, 4)))
    assert protocol.ended_of(_through(protocol.ended_message(ended))) == ended
    warning = TakeWarning(WarningKind.GAP, 77, over=True)
    assert protocol.warning_of(_through(protocol.warning_message(warning))) == warning
    devices = (InputDevice("a", "A", is_default=True), InputDevice("b", "B"))
    assert protocol.devices_of(_through(protocol.devices_message("devices", devices))) == devices


@pytest.mark.parametrize("fault", [NoMicrophone(), MicrophoneLost(device="USB mic"), FileUnplayable(reason="x"), DEEP])
def test_a_fault_arrives_as_the_error_that_it_is(fault: VrpError) -> None:
    heard = protocol.fault_of(_through(protocol.fault_message(fault)))
    assert type(heard) is type(fault)
    assert heard.message == fault.message
    assert heard.sentences[0].values == fault.sentences[0].values  # apart, for whoever translates them


def test_a_fault_of_another_version_is_still_an_error() -> None:
    assert isinstance(protocol.fault_of({"code": "VRP-9999", "params": {}}), InternalFault)
