from __future__ import annotations

import pytest

from vrp.backend.logs.setup import LoggingConfig


@pytest.fixture(autouse=True)
def _logs() -> None:
    """As the program does, so that what it logs is heard by the test and not printed."""
    LoggingConfig().install()
