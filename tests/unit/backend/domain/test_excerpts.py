from __future__ import annotations

import pytest

from tests.support.libraries import recording
from vrp.backend.domain.excerpts import Excerpt, Field, excerpts

NOTES = (
    "Nine in the morning.\nThe zoo was nearly empty, only the Löwen roared at us, and later a rain began that went on"
    " until evening and then for a whole week"
)


def found(search: str, title: str = "Monday", **values: object) -> tuple[Excerpt, ...]:
    return excerpts(recording(1, title, filename="tape 7.wav", **values), search)


def test_words_around_the_match_are_told_as_one_line() -> None:
    (one,) = found("lowe", notes=NOTES)
    assert one.field is Field.NOTES
    assert one.words.startswith("…only the Löwen roared")
    assert one.words.endswith("…")
    assert "\n" not in found("morning", notes=NOTES)[0].words


def test_a_match_at_the_beginning_has_no_dots_before_it() -> None:
    assert found("nine", notes="Nine\n lives")[0].words == "Nine lives"


def test_what_the_title_shows_needs_no_excerpt() -> None:
    assert found("löwe", title="Lowen", notes=NOTES) == ()
    assert found("", notes=NOTES) == ()
    assert found("elephant", notes=NOTES) == ()


def test_of_several_words_the_one_that_is_not_seen_is_told() -> None:
    (one,) = found("monday zoo", notes="On Monday in the zoo")
    assert "zoo" in one.words


@pytest.mark.parametrize(("search", "field"), [("tape", Field.FILENAME), ("bach", Field.ARTIST), ("zoo", Field.NOTES)])
def test_each_field_that_is_searched_is_told(search: str, field: Field) -> None:
    assert [one.field for one in found(search, notes=NOTES, artist="J. S. Bach")] == [field]


def test_a_tag_is_told_by_itself_and_what_no_tag_shows_elsewhere() -> None:
    both = found("uni zoo", tags=("Uni", "lecture"), notes=NOTES)
    assert [one.field for one in both] == [Field.TAGS, Field.NOTES]
    assert both[0].words == "Uni"
    assert [one.field for one in found("uni", tags=("Uni",), notes="at the university")] == [Field.TAGS]


def test_a_short_word_is_found_at_the_beginnings_of_words_only() -> None:
    assert found("oo", notes=NOTES) == ()
    assert "empty" in found("em", notes=NOTES)[0].words
