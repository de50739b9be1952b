"""From the call of a logger to the line in the file."""

from __future__ import annotations

import json
import logging
import os
import re
import stat
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.isolation import LogWatch
from vrp.backend.logs import lines, setup
from vrp.backend.logs.pipeline import Pipeline
from vrp.backend.logs.record_view import as_view
from vrp.backend.logs.redaction import Redactor
from vrp.backend.logs.rotation import NAME
from vrp.backend.logs.tail import PROCESS

log = structlog.get_logger()


def written(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / NAME).read_bytes().splitlines()]


def test_our_records_and_those_of_libraries_are_lines_of_one_file(pipeline: Pipeline, tmp_path: Path) -> None:
    with setup.LoggingConfig().written_to(tmp_path) as works:
        log.info("backup_made", files=3, title="My first talk")
        logging.getLogger("some.library").info("took %d s", 4)
    assert works
    ours, theirs = written(tmp_path)
    assert (ours["event"], ours["files"], ours["level"], ours["logger"]) == ("backup_made", 3, "info", __name__)
    assert (theirs["event"], theirs["logger"]) == ("took 4 s", "some.library")
    assert re.fullmatch("#[0-9a-f]{8}", ours["title"])
    assert datetime.fromisoformat(ours["timestamp"]).tzinfo == UTC
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600


def test_what_came_before_the_file_was_there_is_in_it(pipeline: Pipeline, tmp_path: Path) -> None:
    log.info("early")
    with setup.LoggingConfig().written_to(tmp_path):
        log.info("late")
    assert [record["event"] for record in written(tmp_path)] == ["early", "late"]


def test_an_exception_keeps_its_trace_on_one_line(pipeline: Pipeline, tmp_path: Path, logged: LogWatch) -> None:
    with setup.LoggingConfig().written_to(tmp_path):
        try:
            raise ValueError("token=abcdef\nof /home/x/My talk.wav")
        except ValueError:
            log.exception("job_crashed")
    (record,) = written(tmp_path)
    assert record["exception"][0] == "Traceback (most recent call last):"
    assert "abcdef" not in str(record)
    assert "My talk" not in str(record)
    logged.expect("job_crashed")


def test_bound_identifiers_are_on_every_record(pipeline: Pipeline, tmp_path: Path) -> None:
    with setup.LoggingConfig().written_to(tmp_path), structlog.contextvars.bound_contextvars(job=7, recording=3):
        log.info("step")
        log.info("other", recording=4)
    assert [(record["job"], record["recording"]) for record in written(tmp_path)] == [(7, 3), (7, 4)]


@settings(max_examples=60, deadline=None)
@given(name=st.text(max_size=40), value=st.text(max_size=80))
def test_no_value_can_forge_or_disturb_a_line(name: str, value: str) -> None:
    fields = {"event": "opened", "reason": value, "list": [value, {name: value}]}
    record = logging.LogRecord("x", logging.INFO, "", 0, fields, None, None)
    line = lines.line_of(record, Redactor())
    assert line.count(b"\n") == 1
    assert line.isascii()
    view = as_view(1, line)
    assert view.event == "opened"
    assert view.text.isprintable()


@given(moment=st.floats(min_value=0, max_value=4e9) | st.sampled_from([1.9999996, 59.9999999, 86_399.9999999]))
def test_a_record_says_to_the_microsecond_when_it_was(moment: float) -> None:
    record = logging.LogRecord("x", logging.INFO, "", 0, {"event": "opened"}, None, None)
    record.created = moment
    at = as_view(1, lines.line_of(record, Redactor())).at
    assert abs(at - datetime.fromtimestamp(moment, UTC)) <= timedelta(microseconds=1)


def test_control_and_direction_marks_are_seen_and_not_obeyed(pipeline: Pipeline, tmp_path: Path) -> None:
    with setup.LoggingConfig().written_to(tmp_path):
        log.info("opened", reason="a\nb\x1b[31m\u202egnp\udcff")
    assert written(tmp_path)[0]["reason"] == r"a\nb\x1b[31m\u202egnp\udcff"


def test_a_log_that_cannot_be_written_stops_nothing_and_is_made_up_for(
    pipeline: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = True
    real = os.write

    def write(descriptor: int, data: bytes) -> int:
        if full:
            raise OSError(28, "No space left on device")
        return real(descriptor, data)

    monkeypatch.setattr(os, "write", write)
    with setup.LoggingConfig().written_to(tmp_path):
        log.info("lost_at_first")
        assert pipeline.trouble == "No space left on device"
        assert PROCESS.newest(1)[0].event == "lost_at_first"
        full = False
        clock = time.monotonic() + 60
        monkeypatch.setattr(time, "monotonic", lambda: clock)
        log.info("room_again")
        assert pipeline.trouble == ""
    assert [record["event"] for record in written(tmp_path)] == ["lost_at_first", "room_again"]


def test_a_folder_that_is_not_there_leaves_the_records_in_memory(pipeline: Pipeline, tmp_path: Path) -> None:
    with setup.LoggingConfig().written_to(tmp_path / "none") as works:
        log.info("opened")
    assert not works
    assert PROCESS.newest(1)[0].event == "opened"


def test_a_raised_level_falls_back_by_itself(pipeline: Pipeline, tmp_path: Path) -> None:
    log.debug("too_fine")
    until = setup.raise_level(15)
    assert 14 * 60 < (until - datetime.now(UTC)).total_seconds() <= 15 * 60
    log.debug("fine")
    assert PROCESS.newest(1)[0].event == "fine"
    pipeline.raised_until = time.time() - 1
    log.info("later")
    log.debug("too_fine_again")
    assert PROCESS.newest(1)[0].event == "later"


def test_a_level_of_the_settings_holds_at_once_or_after_one_that_was_raised(pipeline: Pipeline) -> None:
    setup.use_level("error")
    log.warning("too_fine")
    assert PROCESS.newest(1)[0].event != "too_fine"
    setup.raise_level(15)
    setup.use_level("warning")
    log.debug("fine")
    assert PROCESS.newest(1)[0].event == "fine"
    setup.lower_level()
    log.info("too_fine")
    assert PROCESS.newest(1)[0].event == "fine"


def test_verbose_is_for_one_session(pipeline: Pipeline) -> None:
    setup.be_verbose(True)
    log.info("opened", title="My first talk", password="hunter2")  # noqa: S106  # it must not be seen
    assert PROCESS.newest(1)[0].fields["title"] == "My first talk"
    assert "hunter2" not in PROCESS.newest(1)[0].text
    setup.be_verbose(False)


def test_a_value_whose_own_text_fails_costs_only_itself(pipeline: Pipeline) -> None:
    class Broken:
        def __str__(self) -> str:
            raise RuntimeError

    log.info("opened", odd=Broken(), other=1)
    assert dict(PROCESS.newest(1)[0].fields) == {"odd": "Broken", "other": 1}
