"""From a recording to its waveform: the peaks, samples of what is looked at closely, and what never came."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from vrp.backend.domain.recordings import Origin
from vrp.backend.errors import Cancelled, RecordingNotFound, VrpError
from vrp.ui.sound.waveform_picture import Missing

if TYPE_CHECKING:
    from vrp.backend.audio.peaks import Peaks
    from vrp.backend.domain.progress import Progress
    from vrp.backend.domain.recordings import Recording
    from vrp.backend.domain.takes import Gap
    from vrp.backend.jobs.runner import Job, Work
    from vrp.ui.services import Services
    from vrp.ui.sound.waveform import Waveform

_BROWSE_MS: Final = 150  # a waveform is computed for a row on which the selection rests


class WaveformFlow(QObject):
    """One recording at a time; what is under way for another one is cancelled."""

    def __init__(self, services: Services, waveform: Waveform, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._waveform = waveform
        self._recording: Recording | None = None
        self._jobs: list[Job] = []
        self._part_job: Job | None = None
        self._rest = QTimer(self, singleShot=True, interval=_BROWSE_MS)
        self._rest.timeout.connect(self._load)
        waveform.part_wanted.connect(self._load_part)

    def show(self, recording: Recording | None) -> None:
        self._recording = recording
        for job in self._jobs:
            job.cancel()
        self._jobs, self._part_job = [], None
        self._waveform.show_recording(0.0 if recording is None else recording.duration)
        if recording is None:
            self._rest.stop()
        else:
            self._rest.start()

    def _load(self) -> None:
        if (recording := self._recording) is None:
            return
        services = self._services

        def work(progress: Progress) -> tuple[int, Peaks]:
            peaks = services.waveforms.peaks(recording, progress)
            _ = peaks.levels  # made here, and not when the window paints
            return recording.id, peaks

        self._submit(self.tr("Drawing the waveform"), recording, work).succeeded.connect(self._on_peaks)
        if recording.origin is not Origin.IMPORTED:
            gaps = self._submit("gaps", recording, lambda _: (recording, services.library.gaps(recording.id)))
            gaps.succeeded.connect(self._on_gaps)

    def _load_part(self, start: float, end: float) -> None:
        if (recording := self._recording) is None:
            return
        waveforms = self._services.waveforms
        if self._part_job is not None:
            self._part_job.cancel()

        def work(progress: Progress) -> tuple[int, Peaks]:
            part = waveforms.part(recording, start, end, progress)
            _ = part.levels
            return recording.id, part

        job = self._submit("samples", recording, work)
        job.succeeded.connect(self._on_part)
        job.ended.connect(lambda: self._on_part_ended(job))
        self._part_job = job

    def _submit(self, name: str, recording: Recording, work: Work) -> Job:
        """What fails because the recording was purged meanwhile is no fault: nobody waits for it any more."""
        library = self._services.library

        def work_while_it_is_there(progress: Progress) -> object:
            try:
                return work(progress)
            except VrpError:
                try:
                    library.get(recording.id)
                except RecordingNotFound:
                    raise Cancelled from None
                raise

        job = self._services.runner.submit(name, work_while_it_is_there)
        self._jobs.append(job)
        return job

    def _is_of(self, id_: int) -> bool:
        return self._recording is not None and self._recording.id == id_

    def _on_peaks(self, result: tuple[int, Peaks]) -> None:
        if self._is_of(result[0]):
            self._waveform.show_peaks(result[1])

    def _on_part(self, result: tuple[int, Peaks]) -> None:
        if self._is_of(result[0]):
            self._waveform.show_part(result[1])

    def _on_part_ended(self, job: Job) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
        if self._part_job is job:
            self._part_job = None

    def _on_gaps(self, result: tuple[Recording, tuple[Gap, ...]]) -> None:
        recording, gaps = result
        if self._is_of(recording.id):
            rate = recording.sample_rate
            self._waveform.show_gaps([Missing(gap.at / rate, gap.frames / rate) for gap in gaps])
