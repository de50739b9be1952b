"""After a take that its microphone ended: the person chooses one, and a second take goes on beside the first.

It is a second one because the first is whole and safe as it is: nothing that may still go wrong can touch it, and
nobody has to guess how much was not heard in between.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from vrp.backend.domain.takes import EndReason, InputDevice, RecorderState, TakeEnded
from vrp.ui.message_bar import Message, MessageAction, MessageBar, MessageMenu, Severity
from vrp.ui.sound.record_bar import RecordBar

if TYPE_CHECKING:
    from vrp.backend.jobs.recorder import Recorder

# One that comes much later must not be recorded from unasked.
PATIENCE_MS: Final = 5_000
_RESUMABLE: Final = frozenset((EndReason.DEVICE_LOST, EndReason.DEVICE_MOVED, EndReason.NO_DATA, EndReason.ENGINE_DIED))


class Resuming(QObject):
    """``use`` makes a microphone, named by its id, the chosen one, as the record bar does."""

    def __init__(
        self, recorder: Recorder, bar: RecordBar, messages: MessageBar, use: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._recorder = recorder
        self._bar = bar
        self._messages = messages
        self._use = use
        self._ended = ""  # the take to go on from
        self._awaited: InputDevice | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience)

    @property
    def is_waiting(self) -> bool:
        """A microphone was chosen, and does not listen yet."""
        return self._awaited is not None

    def offer(self, ended: TakeEnded, message: Message) -> Message:
        """``message``, which tells why the take ended, with the choice of a microphone where one would help."""
        if ended.reason not in _RESUMABLE:
            return message
        self._ended = ended.uuid
        return self._with_choice(message)

    def _with_choice(self, message: Message) -> Message:
        menu = MessageMenu(
            self.tr("Resume with…"),
            lambda: [MessageAction(one.name, partial(self._choose, one)) for one in self._recorder.devices],
            self.tr("No microphone is connected"),
            self.tr("Goes on in a second recording, beside the first"),
        )
        return replace(message, actions=(menu,))

    def _choose(self, device: InputDevice) -> None:
        self._awaited = device
        self._patience.start()
        if self._recorder.microphone != device.id:
            self._use(device.id)
        self.go_on()

    def go_on(self) -> None:
        """Record as soon as the chosen microphone listens, and from no other: called at each change of the recorder."""
        if self._awaited is None:
            return
        self._bar.show_arming()
        if self._recorder.state is RecorderState.READY and self._recorder.microphone == self._awaited.id:
            self.stop_waiting()
            self._recorder.record(continues=self._ended)

    def stop_waiting(self) -> None:
        self._awaited = None
        self._patience.stop()

    def _on_patience(self) -> None:
        if self._awaited is not None:
            text = self.tr("{microphone} does not answer. What was recorded until then is kept.")
            self.give_up(Message("", Severity.WARNING, text.format(microphone=self._awaited.name)))

    def give_up(self, why: Message) -> None:
        """Tell ``why``, and let the person choose again."""
        self.stop_waiting()
        self._bar.show_failed()
        self._messages.post(self._with_choice(replace(why, key="take_ended")))
