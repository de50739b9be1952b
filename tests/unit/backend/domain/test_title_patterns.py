from __future__ import annotations

from datetime import UTC

from hypothesis import given
from hypothesis import strategies as st

from tests.support.libraries import recording
from vrp.backend.domain.rules import RecordingBusinessRules
from vrp.backend.domain.title_patterns import PLACEHOLDERS, TitleFault, new_title, new_titles, unknown_placeholders


def test_each_placeholder_stands_for_what_it_says() -> None:
    row = recording(1, "Choir", tags=("uni", "thesis"))
    filled = new_title("{number} {title} {tag} {date} {time}", row, 7, digits=3, zone=UTC)
    assert filled.text == "007 Choir uni 2026-11-23 11:59"
    assert filled.fault is None


def test_numbers_are_as_wide_as_the_last_one() -> None:
    rows = [recording(number) for number in range(1, 13)]
    titles = [one.text for one in new_titles("Lecture {number}", rows, zone=UTC)]
    assert titles[0] == "Lecture 01"
    assert titles[-1] == "Lecture 12"


def test_a_missing_tag_leaves_no_hole() -> None:
    assert new_title("{title} {tag} end", recording(1, "a"), 1).text == "a end"


def test_faults_are_named() -> None:
    row = recording(1, "x" * 200)
    assert new_title("", row, 1).fault is TitleFault.EMPTY
    assert new_title("{tag}", row, 1).fault is TitleFault.EMPTY
    assert new_title("{title}{title}", row, 1).fault is TitleFault.TOO_LONG
    assert new_title("{name}", row, 1).fault is TitleFault.UNKNOWN
    assert new_title("a\u202eb", row, 1).fault is TitleFault.NOT_ALLOWED
    assert unknown_placeholders("{name} {title} {} {name}") == ("name", "")


@given(st.text(max_size=40) | st.lists(st.sampled_from([f"{{{one}}}" for one in PLACEHOLDERS])).map(" ".join))
def test_any_pattern_gives_a_title_that_the_library_keeps_or_a_fault(pattern: str) -> None:
    filled = new_title(pattern, recording(1, "Choir", tags=("uni",)), 1, zone=UTC)
    assert filled.fault is not None or RecordingBusinessRules.title(filled.text) == filled.text


def test_braces_in_a_title_are_not_filled_again() -> None:
    assert new_title("{title}", recording(1, "{date}"), 1).text == "{date}"
