from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrp.backend.audio import tags


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2021", datetime(2021, 1, 1, tzinfo=UTC)),
        ("1970", datetime(1970, 1, 1, tzinfo=UTC)),
        ("2021-03", datetime(2021, 3, 1, tzinfo=UTC)),
        ("2021-03-04", datetime(2021, 3, 4, tzinfo=UTC)),
        ("2021:03:04 05:06:07", datetime(2021, 3, 4, 5, 6, 7, tzinfo=UTC)),
        ("2021-03-04T05:06:07.123Z", datetime(2021, 3, 4, 5, 6, 7, tzinfo=UTC)),
        ("2021-03-04T05:06:07.000000+02:00", datetime(2021, 3, 4, 3, 6, 7, tzinfo=UTC)),
        ("2021-03-04 05:06:07+0200", datetime(2021, 3, 4, 3, 6, 7, tzinfo=UTC)),
        (" 2021-03-04 05-06-07 ", datetime(2021, 3, 4, 5, 6, 7, tzinfo=UTC)),
    ],
)
def test_dates_as_programs_write_them(text: str, moment: datetime) -> None:
    assert tags.parse_date(text) == moment


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "0000-00-00", "2021-13-40", "99", "1904-01-01T00:00:00.000000Z", "1970-01-01T00:00:00Z", "9999"],
)
def test_what_is_no_date(text: str) -> None:
    assert tags.parse_date(text) is None


@given(st.text(max_size=60) | st.from_regex(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", fullmatch=True))
def test_any_text_is_a_date_in_utc_or_none(text: str) -> None:
    moment = tags.parse_date(text)
    assert moment is None or moment.tzinfo is UTC


@given(st.text(max_size=200))
def test_visible_text_is_one_clean_line(text: str) -> None:
    shown = tags.visible(text)
    assert shown == tags.visible(shown)
    assert shown.isprintable() or not any(ord(character) < 32 for character in shown)
    shown.encode()


def test_what_turns_or_breaks_the_line_goes() -> None:
    assert tags.visible("a\u202eb\x00c\r\nd\u2028e\ud800f") == "ab c d ef"


def test_signs_that_join_letters_stay() -> None:
    assert tags.visible("क्\u200dष 👩\u200d🏫") == "क्\u200dष 👩\u200d🏫"


def test_keys_are_found_in_any_case_and_the_container_goes_before_the_stream() -> None:
    found = tags.pick({"TITLE": "stream", "ARTIST": "Ann"}, {"title": "container", "DATE": "2020"})
    assert found == {"title": "container", "artist": "Ann", "date": "2020"}


def test_broadcast_wav_keeps_date_and_time_apart() -> None:
    found = tags.pick({"origination_date": "2020-01-02", "origination_time": "03:04:05"})
    assert tags.parse_date(found["date"]) == datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_latin_1_without_saying_so() -> None:
    assert tags.pick({"title": b"Gr\xfc\xdfe".decode(errors="surrogateescape")})["title"] == "Grüße"


def test_a_tag_of_a_megabyte_is_cut() -> None:
    assert len(tags.pick({"title": "x" * 1_000_000})["title"]) == tags.MAX_CHARACTERS
