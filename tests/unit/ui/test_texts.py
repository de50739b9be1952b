from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support.libraries import recording
from vrp.ui import texts

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


@pytest.mark.parametrize(("seconds", "text"), [(0, "0:00"), (59.6, "1:00"), (723, "12:03"), (5504, "1:31:44")])
def test_length(seconds: float, text: str) -> None:
    assert texts.length(seconds) == text


@pytest.mark.parametrize(("seconds", "text"), [(0.9, "00:00:00"), (201, "00:03:21"), (90_000, "25:00:00")])
def test_clock(seconds: float, text: str) -> None:
    assert texts.clock(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(30, "under 1 min left"), (600, "10 min left"), (41.9 * 3600, "41 h left"), (1e9, "over 99 h left")],
)
def test_room_left(seconds: float, text: str) -> None:
    assert texts.room_left(seconds) == text


@pytest.mark.parametrize(
    ("moment", "start"),
    [
        (datetime(2026, 11, 23, 15, 4, tzinfo=UTC), "Today"),
        (datetime(2026, 11, 22, 9, 0, tzinfo=UTC), "Yesterday"),
        (datetime(2026, 3, 11, 9, 0, tzinfo=UTC), "11 Mar "),
        (datetime(2024, 3, 11, 9, 0, tzinfo=UTC), "11 Mar 2024"),
    ],
)
def test_moment(moment: datetime, start: str) -> None:
    assert texts.moment(moment, NOW).startswith(start)


def test_a_place_is_told_from_home_on() -> None:
    assert texts.place(Path.home() / "Recordings") == "~/Recordings"
    assert texts.place(Path("/media/disk")) == str(Path("/media/disk"))


def test_counts_are_in_words() -> None:
    assert texts.recordings(1) == "1 recording"
    assert texts.files(3) == "3 files"


def test_sound() -> None:
    assert texts.sound(recording(1)) == "WAV · 48 kHz · mono"
    assert texts.sound(recording(1, codec="opus", sample_rate=44_100, channels=2)) == "Opus · 44.1 kHz · stereo"
    assert texts.sound(recording(1, codec="flac", channels=6)) == "FLAC · 48 kHz · 6 channels"
