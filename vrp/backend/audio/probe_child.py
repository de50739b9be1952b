"""The process that opens files which nobody trusts yet: one JSON line in, one JSON line out, until its input ends.

It has limits on memory and processor time, so that a file made to harm costs this process and nothing else. It imports
little besides av: it is ready in the time that av needs to load.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from typing import Any, BinaryIO, Final

if sys.platform != "win32":
    import resource

MEMORY_BYTES: Final = 1536 << 20
CPU_SECONDS: Final = 15


def main() -> int:
    """Answer requests on the standard input until it ends."""
    requests, replies = take_over_streams()
    from vrp.backend.audio import examination  # after the streams: what the libraries print goes nowhere

    _limit_memory()
    _send(replies, {"ready": True})
    for line in requests:
        _limit_processor_time()
        _send(replies, examination.answer(json.loads(line)["path"]))
    return 0


def take_over_streams() -> tuple[BinaryIO, BinaryIO]:
    """Requests and replies on the first two descriptors; what a library prints goes nowhere."""
    replies = os.fdopen(os.dup(1), "wb", buffering=0)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the client, which ends this process by its input
    return sys.stdin.buffer, replies


def _send(replies: BinaryIO, reply: dict[str, Any]) -> None:
    replies.write(json.dumps(reply).encode() + b"\n")


def _limit_memory() -> None:
    if sys.platform == "linux":  # elsewhere the limit is not kept, or counts what is only reserved
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_processor_time() -> None:
    """A fresh allowance for each file: the limit counts from the start of the process."""
    if sys.platform != "win32":
        usage = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = int(usage.ru_utime + usage.ru_stime) + 1 + CPU_SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (soft if hard < 0 else min(soft, hard), hard))


if __name__ == "__main__":
    sys.exit(main())
