"""A program that logs as fast as it can until it is killed, or until it wrote so many: numbers from several threads."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import structlog

from vrp.backend.logs.setup import LoggingConfig

FOLDER, THREADS, EACH, KIBIBYTES, FILES = Path(sys.argv[1]), *map(int, sys.argv[2:6])


def work(thread: int) -> None:
    log = structlog.get_logger()
    for number in range(EACH):
        log.info("written", writer=sys.argv[6], thread=thread, number=number, text="ä\n" * (number % 20))


config = LoggingConfig(files=FILES)
config.max_bytes = KIBIBYTES * 1024
config.install()
with config.written_to(FOLDER):
    print("ready", flush=True)
    threads = [threading.Thread(target=work, args=(number,)) for number in range(THREADS)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
