from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.support.libraries import recording
from vrp.backend.domain.recordings import Recording
from vrp.backend.domain.revising import Revision, answer, merged

TAGS = st.lists(st.sampled_from(["uni", "Uni", "thesis", "choir", "Löwe"]), max_size=4).map(
    lambda tags: tuple({tag.casefold(): tag for tag in tags}.values())
)


def applied(now: Recording, values: dict[str, object]) -> Recording:
    return replace(now, **values)  # type: ignore[arg-type]  # the fields of a recording


def test_a_field_that_still_says_what_it_said_is_set_and_can_be_taken_back() -> None:
    now = recording(1, "old")
    found = answer(now, Revision.of(now, title="new"))
    assert found.values == {"title": "new"}
    assert found.back is not None
    assert found.back.fields == {"title": ("new", "old")}


def test_newer_words_are_left_alone() -> None:
    seen = recording(1, "old")
    now = replace(seen, title="newer")
    found = answer(now, Revision.of(seen, title="new", notes="words"))
    assert found.kept == {"title"}
    assert found.values == {"notes": "words"}


def test_what_a_person_writes_holds_and_what_it_replaces_can_be_had_back() -> None:
    seen = recording(1, "old")
    now = replace(seen, title="newer")
    found = answer(now, Revision.of(seen, title="mine"), in_any_case=True)
    assert found.over == {"title"}
    assert found.back is not None
    assert found.back.fields == {"title": ("mine", "newer")}


def test_what_is_so_already_is_no_change() -> None:
    seen = recording(1, "old")
    found = answer(replace(seen, title="new"), Revision.of(seen, title="new"))
    assert not found.values
    assert found.back is None
    assert not found.kept


def test_taking_back_a_tag_leaves_those_that_others_added() -> None:
    seen = recording(1, tags=("uni",))
    forth = answer(seen, Revision.of(seen, tags=("uni", "thesis")))
    assert forth.back is not None
    now = replace(seen, tags=("uni", "thesis", "theirs"))
    assert answer(now, forth.back).values == {"tags": ("uni", "theirs")}


def test_a_tag_written_in_another_case_is_written_anew() -> None:
    assert merged(("a", "uni", "b"), ("uni",), ("Uni",)) == ("a", "Uni", "b")


@given(TAGS, TAGS)
def test_without_others_tags_become_what_was_asked(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    assert merged(before, before, after) == after


@given(TAGS, TAGS, TAGS)
def test_tags_of_others_stay_and_each_is_there_once(
    now: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    result = merged(now, before, after)
    folded = [tag.casefold() for tag in result]
    assert len(folded) == len(set(folded))
    if [tag.casefold() for tag in now] != [tag.casefold() for tag in before]:
        touched = {tag.casefold() for tag in (*before, *after)}
        assert {tag.casefold() for tag in now} - touched <= set(folded)
        off = {tag.casefold() for tag in before} - {tag.casefold() for tag in after}
        assert not off & set(folded)


@given(TAGS, TAGS, st.sampled_from(["a", "b"]), st.sampled_from(["a", "b"]))
def test_back_and_forth_without_others_is_as_it_was(
    tags: tuple[str, ...], wanted: tuple[str, ...], title: str, other: str
) -> None:
    before = recording(1, title, tags=tags)
    forth = answer(before, Revision.of(before, title=other, tags=wanted))
    after = applied(before, dict(forth.values))
    assert (after.title, after.tags) == (other, wanted)
    if forth.back is not None:
        assert applied(after, dict(answer(after, forth.back).values)) == before
