"""Watches PulseAudio for what Qt does not tell: microphones that go away, and recordings moved to another source."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from vrp.backend.domain.takes import InputDevice

RECONNECT_SECONDS: Final = 0.5


@dataclass(frozen=True, slots=True)
class SoundDevices:
    """``listening_to`` holds the ids of the sources that this process records from; ``at`` is monotonic seconds.

    ``told`` is false where nobody could be asked.
    """

    inputs: tuple[InputDevice, ...] = ()
    listening_to: frozenset[str] = field(default_factory=frozenset)
    at: float = 0.0
    told: bool = True


class PulseWatch(threading.Thread):
    """Calls ``tell``, in its own thread, with what there is, now and after each change; empty while no server is."""

    def __init__(self, tell: Callable[[SoundDevices], None]) -> None:
        super().__init__(name="pulse-watch", daemon=True)
        self._tell = tell
        self._stopped = threading.Event()

    def run(self) -> None:
        import pulsectl

        # A list that is asked for after libpulse has noticed the end raises an error outside pulsectl's own family.
        refused = pulsectl._pulsectl.pa.CallError  # noqa: SLF001  # it has no public name
        gone = (pulsectl.PulseError, pulsectl.PulseDisconnected, refused)
        while not self._stopped.is_set():
            try:
                self._watch(pulsectl)
            except gone:
                self._tell(SoundDevices(at=time.monotonic(), told=False))
            self._stopped.wait(RECONNECT_SECONDS)

    def stop(self) -> None:
        """Look no more, from the next change on."""
        self._stopped.set()

    def _watch(self, pulsectl: Any) -> None:
        stale = False

        def changed(_: object) -> None:
            nonlocal stale
            stale = True
            raise pulsectl.PulseLoopStop

        with pulsectl.Pulse("voice-recorder-watch") as pulse:
            pulse.event_mask_set("source", "source_output", "server")
            pulse.event_callback_set(changed)
            while True:
                stale = False
                self._tell(look(pulse))
                if not pulse.connected:  # the server's death came with its last answer: nothing is left to listen for
                    raise pulsectl.PulseDisconnected
                if not stale:  # a change that comes while we look would not end the listening that begins afterwards
                    pulse.event_listen()


def look(pulse: Any) -> SoundDevices:
    """The microphones (no sink's monitor) and where this process listens."""
    at = time.monotonic()
    default = pulse.server_info().default_source_name
    sources = pulse.source_list()
    names = {source.index: source.name for source in sources}
    inputs = tuple(
        InputDevice(source.name, source.description or source.name, source.name == default)
        for source in sources
        if source.proplist.get("device.class") != "monitor"
    )
    ours = [output for output in pulse.source_output_list() if _is_ours(output)]
    return SoundDevices(inputs, frozenset(names.get(output.source, "") for output in ours), at)


def _is_ours(output: Any) -> bool:
    return bool(output.proplist.get("application.process.id") == str(os.getpid()))
