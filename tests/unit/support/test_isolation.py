"""The fixtures that all other tests trust."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import platformdirs
import pytest

from tests.support.isolation import LogWatch
from vrp.testing.isolation import isolate

log = logging.getLogger("somewhere")


def test_every_place_of_the_program_lies_in_the_home_of_the_test(home: Path) -> None:
    folders = (
        platformdirs.user_data_path("x"),
        platformdirs.user_config_path("x"),
        platformdirs.user_cache_path("x"),
        platformdirs.user_state_path("x"),
        Path.home() / "x",
    )

    assert all(home in folder.parents for folder in folders)


def test_settings_of_the_person_do_not_reach_a_test(tmp_path: Path) -> None:
    person = {"VRP_LIBRARY": "/home/me/library", "DATABASE_URL": "postgresql://me@host/db", "PATH": "/bin"}

    changes = isolate(tmp_path, tmp_path, person)

    assert changes["VRP_LIBRARY"] is None
    assert changes["DATABASE_URL"] is None
    assert "PATH" not in changes
    assert not any(name.startswith("VRP_") for name in os.environ)


def test_a_warning_that_was_expected_is_forgiven(logged: LogWatch) -> None:
    log.warning("the disk is %s", "slow")

    logged.expect("disk is slow")

    assert not logged.unexpected


def test_a_warning_that_never_came_is_missed(logged: LogWatch) -> None:
    with pytest.raises(AssertionError, match="nothing logged says"):
        logged.expect("disk")


def test_a_warning_that_nobody_expected_fails_the_test(logged: LogWatch) -> None:
    log.error("something broke")

    assert logged.unexpected == ["somewhere: something broke"]
    logged.expect("something broke")
