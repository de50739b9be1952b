from __future__ import annotations

import json
from datetime import UTC, datetime

from vrp.backend.logs.record_view import as_view
from vrp.backend.logs.tail import Tail


def line(**fields: object) -> bytes:
    at = datetime(2026, 11, 24, 12, tzinfo=UTC).isoformat()
    return json.dumps({"timestamp": at, "level": "info", "logger": "x", "event": "opened", **fields}).encode() + b"\n"


def test_who_asks_gets_what_came_after_it_last_looked() -> None:
    tail = Tail()
    for number in range(5):
        tail.append(line(number=number))
    assert [one.fields["number"] for one in tail.after(0, 3)] == [0, 1, 2]
    assert [one.position for one in tail.after(3, 10)] == [4, 5]
    assert tail.after(5, 10) == []
    assert [one.position for one in tail.newest(2)] == [4, 5]


def test_only_the_newest_are_kept_and_their_positions_go_on() -> None:
    tail = Tail(records=3)
    for number in range(10):
        tail.append(line(number=number))
    assert (tail.first, tail.last) == (8, 10)
    assert [one.position for one in tail.after(0, 100)] == [8, 9, 10]


def test_large_records_drive_out_more_of_the_old_ones() -> None:
    tail = Tail(size=1_000)
    for _ in range(50):
        tail.append(line(text="x" * 100))
    assert sum(len(kept) for _, kept in tail.lines()) <= 1_000
    assert tail.last == 50


def test_a_record_is_read_by_its_parts() -> None:
    view = as_view(7, line(job=3, recording=12, code="VRP-1206", reason="disk full", level="error"))
    assert (view.job, view.recording, view.error_code, view.level) == (3, "12", "VRP-1206", "error")
    assert view.text == 'opened job=3 recording=12 code=VRP-1206 reason="disk full"'
    assert view.at == datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_a_torn_line_is_a_record_that_says_so() -> None:
    assert as_view(1, b'{"timestamp": "2026').event == "unreadable"
    assert as_view(1, b"[]").event == "unreadable"
