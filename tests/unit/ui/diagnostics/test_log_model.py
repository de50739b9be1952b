from __future__ import annotations

import json
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from vrp.backend.logs.tail import Tail
from vrp.ui.diagnostics.log_model import CODE, LEVEL, TEXT, LogFilter, LogModel, as_json, as_text


def line(event: str, level: str = "info", **fields: object) -> bytes:
    at = "2026-11-23T12:00:00.000001+00:00"
    return json.dumps({"timestamp": at, "level": level, "logger": "vrp", "event": event, **fields}).encode() + b"\n"


def filled(*lines: bytes, records: int = 1000) -> Tail:
    tail = Tail(records)
    for one in lines:
        tail.append(one)
    return tail


def texts(model: LogModel, column: int = TEXT) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


@pytest.fixture
def model(qapp: QApplication) -> LogModel:
    tail = filled(
        line("job_started", "debug", job=7),
        line("imported", recording="ab12", job=7),
        line("job_failed", "warning", code="VRP-1206", job=8),
        line("uncaught", "error", exception=["Traceback"]),
    )
    result = LogModel(tail)
    result.take()
    return result


def test_records_are_rows_with_level_in_words_and_code(model: LogModel) -> None:
    assert texts(model)[1] == "imported recording=ab12 job=7"
    assert texts(model, LEVEL) == ["Detail", "Info", "Warning", "Error"]
    assert texts(model, CODE)[2] == "VRP-1206"
    assert not model.index(2, LEVEL).data(Qt.ItemDataRole.DecorationRole).isNull()


@pytest.mark.parametrize(
    ("wanted", "events"),
    [
        (LogFilter("warning"), ["job_failed", "uncaught"]),
        (LogFilter(text="JOB 8"), ["job_failed"]),
        (LogFilter(job="7"), ["job_started", "imported"]),
        (LogFilter(recording="ab"), ["imported"]),
        (LogFilter("error", job="7"), []),
    ],
)
def test_a_filter_shows_what_fits(model: LogModel, wanted: LogFilter, events: list[str]) -> None:
    model.show_only(wanted)
    model.take()

    assert [one.event for one in model.records()] == events


def test_a_cleared_view_shows_what_comes_later_also_with_another_filter(qapp: QApplication) -> None:
    tail = filled(line("before"))
    model = LogModel(tail)
    model.take()

    model.clear()
    tail.append(line("after"))
    model.show_only(LogFilter("info"))
    model.take()

    assert texts(model) == ["after"]


def test_the_oldest_rows_go_when_there_are_too_many(qapp: QApplication) -> None:
    tail = filled()
    model = LogModel(tail, max_rows=100)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for start in (0, 60, 120):
        for number in range(start, start + 60):
            tail.append(line(f"event {number}"))
        while model.take():
            pass

    assert texts(model) == [f"event {number}" for number in range(80, 180)]
    tester.deleteLater()


def test_records_that_the_tail_dropped_before_they_were_seen_are_passed_over(qapp: QApplication) -> None:
    model = LogModel(filled(*(line(f"event {number}") for number in range(50)), records=10))

    model.take()

    assert len(texts(model)) == 10


def test_a_slice_of_a_full_tail_is_short(qapp: QApplication) -> None:
    tail = Tail(100_000)
    for number in range(100_000):
        tail.append(line("event", number=number))
    model = LogModel(tail)

    slices = []
    left = True
    while left:
        begun = time.thread_time()  # of this thread alone: others may have the core meanwhile
        left = model.take()
        slices.append(time.thread_time() - begun)

    assert model.rowCount() == 100_000
    assert sorted(slices)[len(slices) // 2] < 0.016


def test_copies_are_whole_records(model: LogModel) -> None:
    text = as_text(model.records())
    documents = [json.loads(one) for one in as_json(model.records()).splitlines()]

    assert "WARNING vrp: job_failed code=VRP-1206 job=8" in text
    assert documents[1]["recording"] == "ab12"
    assert documents[3]["exception"] == ["Traceback"]
