"""Asks whether the system's sound server is there and answering.

Qt's PulseAudio client aborts its process when sound is opened, or a player seeked, while the server is gone, and waits
without end while the server hangs. So the engines ask here first. Other systems have no such server: always true.
"""

from __future__ import annotations

import sys
import threading


class SoundServer:
    """Asks in a thread of its own: a hanging server accepts connections and then never answers."""

    def __init__(self) -> None:
        self._asking: threading.Thread | None = None

    def answers(self, timeout: float = 0.5) -> bool:
        """A whole handshake succeeds within ``timeout`` seconds."""
        if not sys.platform.startswith("linux"):
            return True
        if self._asking is not None:
            self._asking.join(timeout)
            if self._asking.is_alive():
                return False  # the earlier question still hangs: one waiting thread is enough
        answered = threading.Event()
        self._asking = threading.Thread(target=_ask, args=(answered,), name="sound-server-check", daemon=True)
        self._asking.start()
        self._asking.join(timeout)
        return answered.is_set()


def _ask(answered: threading.Event) -> None:
    import pulsectl

    try:
        with pulsectl.Pulse("voice-recorder-check"):
            answered.set()
    except (pulsectl.PulseError, pulsectl.PulseDisconnected):
        pass
