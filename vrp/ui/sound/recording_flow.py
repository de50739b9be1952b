"""From pressing Record to the row in the library, with everything that can be told on the way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from vrp.backend.domain.takes import InputDevice, Preset, RecorderState, TakeEnded, TakeWarning, WarningKind
from vrp.backend.errors import CaptureFault, VrpError
from vrp.ui import fault_texts, messages, texts
from vrp.ui.announcing import announce
from vrp.ui.message_bar import Message, MessageAction, MessageBar, Severity
from vrp.ui.sound.record_bar import RecordBar
from vrp.ui.sound.resuming import Resuming

if TYPE_CHECKING:
    from vrp.backend.domain.recordings import Recording
    from vrp.backend.settings import Settings
    from vrp.ui.services import Services

ROOM_MS: Final = 5_000
_TAKE_WARNINGS: Final = tuple(f"take_{kind}" for kind in WarningKind)


class RecordingFlow(QObject):
    """Joins the recorder, the record bar, the take service and the message bar."""

    kept = Signal(object)  # Recording: a take became a row
    recovered = Signal(object)  # tuple[Recording, ...]
    state_changed = Signal(object)  # RecorderState
    settled = Signal()  # no take runs and none is being kept
    play_requested = Signal(object)  # Recording
    discard_requested = Signal(object)  # list[Recording]

    def __init__(self, services: Services, bar: RecordBar, message_bar: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._recorder = services.recorder
        self._bar = bar
        self._messages = message_bar
        self._keeping = 0
        self._ended_badly = False  # until the microphone is ready again
        self._told = self._recorder.state
        self._settings: Settings  # from `start` on; the recorder is off until then
        self._resuming = Resuming(self._recorder, bar, message_bar, self._choose_device, self)
        self._recorder.state_changed.connect(self._on_state)
        self._recorder.devices_changed.connect(self._on_devices)
        self._recorder.take_ended.connect(self.keep)
        self._recorder.warned.connect(self._on_warning)
        self._recorder.failed.connect(self._on_fault)
        bar.record_requested.connect(self.toggle)
        bar.stop_requested.connect(self.toggle)
        bar.pause_requested.connect(self.toggle_pause)
        bar.device_chosen.connect(self._choose_device)
        bar.preset_chosen.connect(self._choose_preset)
        self._room_clock = QTimer(self, interval=ROOM_MS)
        self._room_clock.timeout.connect(self._measure_room)

    def start(self) -> None:
        """The library is open: the microphone, what the last exit left, the room on the disk."""
        self._settings = self._services.settings.load()
        audio = self._settings.audio
        self._bar.show_preset(audio.preset)
        self._bar.show_format(audio.capture_format())
        self._bar.show_devices(self._recorder.devices, audio.device)
        self._recorder.configure(audio.capture_format(), audio.device)
        self._recorder.start()
        job = self._services.runner.submit(self.tr("Looking for unfinished takes"), self._tidy, pool="db")
        job.succeeded.connect(self.offer_recovered)
        job.failed.connect(self._on_library_fault)
        self._measure_room()
        self._room_clock.start()

    def _tidy(self, _progress: object) -> tuple[Recording, ...]:
        self._services.importing.collect_leftovers()
        return self._services.takes.recover()

    @property
    def is_running(self) -> bool:
        """A take runs; quitting now would end it."""
        return self._recorder.state in (RecorderState.RECORDING, RecorderState.PAUSED)

    @property
    def is_busy(self) -> bool:
        """A take runs, or one is on its way into the library."""
        return self.is_running or self._recorder.state is RecorderState.STOPPING or self._keeping > 0

    # --- the person ---

    def toggle(self) -> None:
        if self.is_running:
            self._recorder.stop()
        elif self._recorder.state is RecorderState.READY:
            self._resuming.stop_waiting()
            self._messages.clear("take_ended")
            self._messages.clear("capture")
            self._bar.show_arming()
            self._recorder.record()

    def toggle_pause(self) -> None:
        if self._recorder.state is RecorderState.RECORDING:
            self._recorder.pause()
        elif self._recorder.state is RecorderState.PAUSED:
            self._recorder.resume()

    def _choose_device(self, device: str) -> None:
        self._change({"audio.device": device})

    def _choose_preset(self, preset: str) -> None:
        """The three numbers give way to a preset that is chosen here."""
        numbers = {
            f"audio.{name}": None
            for name in self._settings.audio.model_fields_set & {"sample_rate", "channels", "bits"}
        }
        self._change({**numbers, "audio.preset": Preset(preset).value})

    def _change(self, values: dict[str, str | None]) -> None:
        store = self._services.settings

        def work(_progress: object) -> Settings:
            for key, value in values.items():
                store.set(key, value)
            return store.load()

        job = self._services.runner.submit(self.tr("Saving settings"), work)
        job.succeeded.connect(self.use)
        job.failed.connect(self._on_library_fault)

    def use(self, settings: Settings) -> None:
        """Other settings, from the next take on."""
        if settings.audio == self._settings.audio:
            return
        self._settings = settings
        self._bar.show_preset(settings.audio.preset)
        self._bar.show_format(settings.audio.capture_format())
        self._bar.show_devices(self._recorder.devices, settings.audio.device)
        self._recorder.configure(settings.audio.capture_format(), settings.audio.device)
        self._measure_room()

    # --- the recorder ---

    def _on_state(self, state: RecorderState) -> None:
        self._bar.show_state(state)
        self._tell(state)
        if state is RecorderState.READY:
            self._ended_badly = False
            self._messages.clear("capture")
        if not self.is_running:
            for key in _TAKE_WARNINGS:
                self._messages.clear(key)
        self.state_changed.emit(state)
        self._resuming.go_on()
        self._settle()

    def _tell(self, state: RecorderState) -> None:
        """To those who hear the window; what goes wrong is told by its message."""
        before, self._told = self._told, state
        text = {
            RecorderState.RECORDING: self.tr("Recording resumed")
            if before is RecorderState.PAUSED
            else self.tr("Recording started"),
            RecorderState.PAUSED: self.tr("Recording paused"),
            RecorderState.STOPPING: self.tr("Recording stopped"),
        }.get(state)
        if text is not None:
            announce(self._bar, text)

    def _on_devices(self, devices: tuple[InputDevice, ...]) -> None:
        self._bar.show_devices(devices, self._settings.audio.device)

    def _on_warning(self, warning: TakeWarning) -> None:
        message = messages.take_warning(warning)
        if warning.over:
            self._messages.clear(message.key)
        else:
            self._messages.post(message)

    def _on_fault(self, fault: CaptureFault) -> None:
        """Where a take ended by it, the sentence about the take says it already, and how much is kept."""
        self._bar.show_failed()
        if self._resuming.is_waiting:
            self._resuming.give_up(messages.from_error("take_ended", fault))
        elif not self._ended_badly:
            self._messages.post(replace(messages.from_error("capture", fault), lasting=True))

    # --- takes ---

    def keep(self, ended: TakeEnded) -> None:
        """The take is closed and durable; make it a recording."""
        if (message := messages.take_ended(ended)) is not None:
            self._ended_badly = True
            self._bar.show_failed()
            self._messages.clear("capture")
            self._messages.post(self._resuming.offer(ended, message))
        self._keeping += 1
        job = self._services.runner.submit(
            self.tr("Saving the recording"), lambda _progress: self._services.takes.keep(ended), pool="db"
        )
        job.succeeded.connect(self._on_kept)
        job.failed.connect(lambda error: self._on_not_kept(error, ended))
        job.ended.connect(self._on_keeping_ended)

    def _on_kept(self, recording: Recording | None) -> None:
        if recording is None:
            text = self.tr("Nothing was recorded: no sound came before Stop.")
            self._messages.post(Message("take_ended", Severity.WARNING, text, timeout_ms=messages.NOTICE_MS))
        else:
            self.kept.emit(recording)

    def _on_not_kept(self, error: VrpError, ended: TakeEnded) -> None:
        again = MessageAction(self.tr("Try Again"), lambda: self.keep(ended))
        text = self.tr("The recording is safe on the disk but not in the library yet. {reason}").format(
            reason=fault_texts.summary(error)
        )
        self._messages.post(
            Message(
                "take_not_kept", Severity.ERROR, text, (again,), code=error.code, details=fault_texts.details(error)
            )
        )

    def _on_keeping_ended(self) -> None:
        self._keeping -= 1
        self._settle()

    def _settle(self) -> None:
        if not self.is_busy:
            self.settled.emit()

    def offer_recovered(self, recordings: tuple[Recording, ...]) -> None:
        """These are recordings already; say so, and let the person decide."""
        if not recordings:
            return
        self.recovered.emit(recordings)
        seconds = texts.length(sum(recording.duration for recording in recordings))
        if len(recordings) == 1:
            text = self.tr("One recording was recovered after the last exit ({length}).").format(length=seconds)
        else:
            text = self.tr("{count} recordings were recovered after the last exit ({length}).").format(
                count=len(recordings), length=seconds
            )
        actions = (
            MessageAction(self.tr("Play"), lambda: self.play_requested.emit(recordings[0])),
            MessageAction(self.tr("Keep"), lambda: None),
            MessageAction(self.tr("Discard"), lambda: self.discard_requested.emit(list(recordings))),
        )
        self._messages.post(Message("recovered", Severity.SUCCESS, text, actions))

    def _on_library_fault(self, error: VrpError) -> None:
        self._messages.post(messages.from_error("library", error))

    # --- room on the disk ---

    def _measure_room(self) -> None:
        def work(_progress: object) -> int:
            from vrp.backend import files  # here, since the window opens without it

            return files.free_bytes(self._services.paths.takes)

        self._services.runner.submit(self.tr("Measuring the disk"), work).succeeded.connect(self._on_room)

    def _on_room(self, free: int) -> None:
        sound = self._settings.audio.capture_format()
        self._bar.show_room(free / (sound.sample_rate * sound.bytes_per_frame))
