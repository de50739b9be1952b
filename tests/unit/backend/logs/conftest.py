from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from vrp.backend.logs import setup
from vrp.backend.logs.pipeline import Pipeline


@pytest.fixture
def pipeline() -> Iterator[Pipeline]:
    """The program's logging as it is at its start, and nothing of it afterwards."""
    setup.LoggingConfig().install()
    running = setup.pipeline()
    assert running is not None
    yield running
    logging.getLogger().removeHandler(running)
    running.close()
