from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from vrp.backend.domain.rules import RecordingBusinessRules
from vrp.backend.domain.titles import DEFAULT, WORDS, continued, new_title, unknown_word

MOMENT = datetime(2026, 11, 23, 9, 5, 7, tzinfo=UTC)
PARTS = st.sampled_from([f"{{{word}}}" for word in WORDS]) | st.text(max_size=200)


def test_the_default_is_date_and_time() -> None:
    assert new_title(DEFAULT, MOMENT) == "2026-11-23 09:05"


def test_words_in_braces_are_filled_in() -> None:
    pattern = "Interview {day}.{month}.{year} {hour}h{minute}m{second}s, {input}"
    assert new_title(pattern, MOMENT, "Desk Microphone") == "Interview 23.11.2026 09h05m07s, Desk Microphone"
    assert unknown_word(pattern) == ""


def test_a_word_that_means_nothing_is_named_and_stays() -> None:
    assert unknown_word("{date} {colour}") == "colour"
    assert new_title("{colour} {year}", MOMENT) == "{colour} 2026"


def test_where_nothing_would_show_the_default_stands() -> None:
    for pattern in ("", "  ", "{input}", "\u200b", "\u202e"):
        assert new_title(pattern, MOMENT) == "2026-11-23 09:05"


@given(st.lists(PARTS, max_size=8).map("".join), st.datetimes(timezones=st.just(UTC)), st.text(max_size=400))
def test_any_pattern_gives_a_valid_title(pattern: str, started: datetime, device: str) -> None:
    title = new_title(pattern, started, device)
    assert RecordingBusinessRules.title(title) == title


def test_a_take_that_goes_on_has_the_next_number() -> None:
    assert continued("Lecture") == "Lecture (2)"
    assert continued("Lecture (2)") == "Lecture (3)"
    assert continued("(2)") == "(2) (2)"


@given(st.text(min_size=1, max_size=400))
def test_the_title_of_what_goes_on_is_valid_too(text: str) -> None:
    title = RecordingBusinessRules.title_from_file(text)
    if title:
        assert RecordingBusinessRules.title(continued(title)) == continued(title)
