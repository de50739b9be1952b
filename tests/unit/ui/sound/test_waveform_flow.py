"""What a waveform is made of may be purged while it is on its way."""

from __future__ import annotations

import threading

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.support.isolation import LogWatch
from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.domain.recordings import Recording
from vrp.backend.errors import FileUnplayable
from vrp.backend.jobs.runner import Job
from vrp.backend.services.waveforms import WaveformService
from vrp.ui.sound.waveform import Waveform
from vrp.ui.sound.waveform_flow import WaveformFlow


def outcomes_of_showing(desk: Desk, qtbot: QtBot, recording: Recording) -> dict[str, str]:
    """How the two jobs end, that of the waveform and that of what never came."""
    found: dict[str, str] = {}

    def watch(job: Job) -> None:
        job.succeeded.connect(lambda _value: found.update({job.name: "succeeded"}))
        job.failed.connect(lambda error: found.update({job.name: error.code}))
        job.cancelled.connect(lambda: found.update({job.name: "cancelled"}))

    desk.runner.job_started.connect(watch)
    holder = QWidget(desk.window)
    services = desk.window.services._replace(waveforms=WaveformService(desk.library.paths))
    WaveformFlow(services, Waveform(holder), holder).show(recording)
    qtbot.waitUntil(lambda: {"Drawing the waveform", "gaps"} <= set(found))
    return {name: found[name] for name in ("Drawing the waveform", "gaps")}


def test_what_was_purged_meanwhile_is_no_fault(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["one"])
    recording = room.window.model.recording(0)
    assert recording is not None
    purging = threading.Thread(target=lambda: room.library.library.purge([recording.id]))
    purging.start()
    purging.join()
    assert set(outcomes_of_showing(room, qtbot, recording).values()) == {"cancelled"}  # and nothing is in the log


def test_a_file_that_cannot_be_read_is_one(desk: OpenDesk, qtbot: QtBot, logged: LogWatch) -> None:
    room = desk(["one"])
    recording = room.window.model.recording(0)
    assert recording is not None
    assert outcomes_of_showing(room, qtbot, recording) == {
        "Drawing the waveform": FileUnplayable.code,
        "gaps": "succeeded",
    }
    logged.expect(FileUnplayable.code)
