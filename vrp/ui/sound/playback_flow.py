"""From a row to the loudspeaker: what the player bar shows, and what the player does."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from vrp.backend.errors import PlaybackFault
from vrp.ui import messages
from vrp.ui.message_bar import MessageAction, MessageBar
from vrp.ui.sound.player_bar import SPEEDS, PlayerBar
from vrp.ui.sound.playhead import Playhead
from vrp.ui.sound.waveform_flow import WaveformFlow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vrp.backend.domain.recordings import Recording
    from vrp.backend.jobs.player import PlayerState
    from vrp.ui.services import Services

SKIP: Final = 5.0
_VOLUME_MS: Final = 500
_FRAME_MS: Final = 16  # the playhead glides at the screen's pace; the engine reports 30 times a second
_STEP_MS: Final = 250  # and in steps where the person wants little motion


class PlaybackFlow(QObject):
    """The bar shows the recording that plays, or else the one that is selected."""

    playing_changed = Signal(object)  # int | None: id of the recording that plays
    state_changed = Signal(object)  # PlayerState

    def __init__(self, services: Services, bar: PlayerBar, message_bar: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._player = services.player
        self._bar = bar
        self._messages = message_bar
        self.shown: Recording | None = None
        self._loaded: int | None = None  # id of what the player has
        self._start_at = 0.0
        self._waveform = WaveformFlow(services, bar.waveform, self)
        self._head = Playhead()
        self._frames = QTimer(self, interval=_FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._frames.timeout.connect(self._glide)
        self._volume_rest = QTimer(self, singleShot=True, interval=_VOLUME_MS)
        self._volume_rest.timeout.connect(self._save_volume)
        self._connect()

    def start(self) -> None:
        """The library is open, and the settings are there."""
        settings = self._services.settings.load()
        playback = settings.playback
        self.reduce_motion(settings.appearance.reduced_motion)
        self.show_volume(playback.volume)
        if playback.device:
            self._player.set_output(playback.device)

    def show_volume(self, volume: float) -> None:
        """From the settings; while the person moves the slider, its own value goes before."""
        if not self._volume_rest.isActive():
            self._bar.show_volume(volume)
            self._volume_rest.stop()

    def reduce_motion(self, reduced: bool) -> None:
        """Whether the playhead goes in steps instead of gliding."""
        self._frames.setInterval(_STEP_MS if reduced else _FRAME_MS)

    def _connect(self) -> None:
        self._player.state_changed.connect(self._on_state)
        self._player.position_changed.connect(self._on_position)
        self._player.duration_changed.connect(self._bar.show_duration)
        self._player.finished.connect(self._on_finished)
        self._player.failed.connect(self._on_failed)
        self._bar.play_requested.connect(self.toggle)
        self._bar.skip_requested.connect(self.skip)
        self._bar.seek_requested.connect(self.seek)
        self._bar.speed_chosen.connect(self._on_speed)
        self._bar.volume_chosen.connect(self._on_volume)

    @property
    def is_playing(self) -> bool:
        return str(self._player.state) == "playing"

    # --- what the person wants ---

    def show(self, recording: Recording | None) -> None:
        """The selection moved; a recording that plays stays in the bar."""
        if self.is_playing or (recording is not None and self.shown is not None and recording.id == self.shown.id):
            return
        self._show(recording)

    def play(self, recording: Recording) -> None:
        """Play from its beginning, or go on where it was paused."""
        if self.shown is None or self.shown.id != recording.id:
            self._show(recording)
        if self._loaded != recording.id:
            self._loaded = recording.id
            self._player.load(self._services.library.audio_path(recording), recording.duration)
            if self._start_at:
                self._player.seek(self._start_at)
        self._player.play()

    def toggle(self) -> None:
        if self.is_playing:
            self._player.pause()
        elif self.shown is not None:
            self.play(self.shown)

    def skip(self, seconds: float) -> None:
        if self.shown is not None:
            self.seek(min(max(0.0, self._bar.waveform.value() / 1000 + seconds), self._bar.waveform.duration))

    def seek(self, seconds: float) -> None:
        self._start_at = seconds
        self._head.place(seconds)
        self._bar.show_position(seconds)
        if self.shown is not None and self._loaded == self.shown.id:
            self._player.seek(seconds)

    def faster(self, steps: int = 1) -> None:
        """The next speed up, or down where ``steps`` is negative."""
        self._bar.choose_speed(SPEEDS[min(max(0, SPEEDS.index(self._bar.chosen_speed) + steps), len(SPEEDS) - 1)])

    def toggle_mute(self) -> None:
        self._bar.mute.click()

    def forget(self, ids: list[int]) -> None:
        """These recordings are gone from the library."""
        if self._loaded in ids:
            self._player.stop()
            self._loaded = None
        if self.shown is not None and self.shown.id in ids:
            self._show(None)

    def show_revised(self, recordings: Sequence[Recording]) -> None:
        """These say something else by now: perhaps the one that is shown has another title."""
        shown = self.shown
        now = None if shown is None else next((one for one in recordings if one.id == shown.id), None)
        if now is not None:
            self.shown = now
            self._bar.show_title(now.title)

    # --- the bar ---

    def _show(self, recording: Recording | None) -> None:
        if self._loaded is not None and (recording is None or recording.id != self._loaded):
            self._player.stop()
            self._loaded = None
        self.shown = recording
        self._start_at = 0.0
        self._head.place(0.0)
        if recording is None:
            self._bar.show_nothing()
        else:
            self._bar.show_recording(recording.title, recording.duration)
        self._waveform.show(recording)

    # --- the player ---

    def _on_state(self, state: PlayerState) -> None:
        self._bar.show_state(str(state))
        if self.is_playing:
            self._head.report(self._start_at, monotonic())
            self._frames.start()
        else:
            self._frames.stop()
            self._head.place(self._start_at)
            self._bar.show_position(self._start_at)
        self.playing_changed.emit(self._loaded if self.is_playing else None)
        self.state_changed.emit(state)

    def _on_position(self, seconds: float) -> None:
        """What the engine reports: between two of these the playhead goes on by itself."""
        if self._loaded is None:
            return
        self._start_at = seconds
        if self._frames.isActive():
            self._head.report(seconds, monotonic())
        else:
            self._head.place(seconds)
            self._bar.show_position(seconds)

    def _glide(self) -> None:
        self._bar.show_position(min(self._head.at(monotonic()), self._bar.waveform.duration))

    def _on_speed(self, speed: float) -> None:
        if self.is_playing:
            self._head.report(self._head.at(monotonic()), monotonic())
        self._head.speed = speed
        self._player.set_speed(speed)

    def _on_finished(self) -> None:
        """At the end: back to the beginning, ready to be played again."""
        self._start_at = 0.0
        self._head.place(0.0)
        self._bar.show_position(0.0)

    def _on_failed(self, fault: PlaybackFault) -> None:
        """The player keeps the file and the place, so trying again goes on where it stopped."""
        shown = self.shown
        actions = []
        if shown is not None and fault.retry:
            actions.append(MessageAction(self.tr("Try Again"), lambda: self.play(shown)))
        self._bar.show_fault(self.tr("Cannot be played"))
        self._messages.post(messages.from_error("playback", fault, *actions))

    def _on_volume(self, volume: float) -> None:
        """Silent while muted; what is kept for the next time is what the slider says."""
        self._player.set_volume(volume)
        if not self._bar.mute.isChecked():
            self._volume_rest.start()

    def _save_volume(self) -> None:
        volume, store = self._bar.volume.value() / 100, self._services.settings
        self._services.runner.submit(self.tr("Saving settings"), lambda _progress: store.set("playback.volume", volume))
