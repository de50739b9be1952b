from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrp.backend.domain.rules import RecordingBusinessRules as Rules
from vrp.backend.errors import RequestInvalid, SourceEmpty, SourceNameInvalid, SourceTooLarge, SourceTypeUnknown

any_text = st.text(st.characters())  # surrogates and control characters too


@given(any_text)
def test_a_title_comes_back_as_typed_or_is_refused_by_name(text: str) -> None:
    try:
        kept = Rules.title(text)
    except RequestInvalid as error:
        refused_field = error.params["field"]
    else:
        assert kept == unicodedata.normalize("NFC", text).strip()
        return
    assert refused_field == "title"


@given(any_text)
def test_notes_come_back_as_typed_or_are_refused_by_name(text: str) -> None:
    try:
        kept = Rules.notes(text)
    except RequestInvalid as error:
        refused_field = error.params["field"]
    else:
        assert kept == text
        return
    assert refused_field == "notes"


@given(any_text)
def test_a_title_from_a_file_is_never_refused_and_always_valid(text: str) -> None:
    title = Rules.title_from_file(text)
    assert title == "" or Rules.title(title) == title


@pytest.mark.parametrize("text", ["\u00ad", "\u2800 \u3164", "\u200b\u200b"])
def test_a_title_from_a_file_that_would_show_nothing_is_none(text: str) -> None:
    assert Rules.title_from_file(text) == ""


@pytest.mark.parametrize("title", ["", "   ", "a\nb", "a\x00b", "\u202egnp.exe", "x" * 301, "\ud800"])
def test_titles_that_would_mislead_or_break_are_refused(title: str) -> None:
    with pytest.raises(RequestInvalid, match="title"):
        Rules.title(title)


@pytest.mark.parametrize(
    "name", ["a\nb.wav", "a\x1b[2J.wav", "\udcff.wav", "CON.wav", "é" * 130 + ".wav", "a\u202eb.wav"]
)
def test_file_names_that_cannot_be_kept_are_refused_with_a_printable_name(name: str) -> None:
    with pytest.raises(SourceNameInvalid) as raised:
        Rules.file_name(name)
    assert raised.value.message.encode()
    assert all(character not in raised.value.message for character in "\n\x1b")


def test_the_suffix_decides_what_is_looked_at() -> None:
    assert Rules.file_type("Interview.WAV") == "wav"
    for name in ("notes.txt", "wav", ".wav.", "x.wav.exe"):
        with pytest.raises(SourceTypeUnknown, match="flac"):
            Rules.file_type(name)


def test_sizes_at_the_limit() -> None:
    assert Rules.file_size("a.wav", 1024 * 1024, 1)
    with pytest.raises(SourceTooLarge, match="1 MiB"):
        Rules.file_size("a.wav", 1024 * 1024 + 1, 1)
    with pytest.raises(SourceEmpty):
        Rules.file_size("a.wav", 0, 1)


def test_tags_are_each_there_once_in_their_order() -> None:
    assert Rules.tags(["Thesis", "uni ", "thesis"]) == ("Thesis", "uni")
    with pytest.raises(RequestInvalid, match="tags"):
        Rules.tags(str(number) for number in range(101))


@pytest.mark.parametrize(
    ("rule", "field", "limit", "reason"),
    [
        (Rules.title, "title", 300, "at most 300 characters are kept"),
        (Rules.artist, "artist", 300, "at most 300 characters are kept"),
        (Rules.tag, "tag", 80, "at most 80 characters are kept"),
        (Rules.notes, "notes", 1_000_000, "at most 1,000,000 characters are kept"),
    ],
)
def test_what_is_as_long_as_allowed_is_kept_and_one_more_is_refused_with_the_limit(
    rule: Callable[[str], str], field: str, limit: int, reason: str
) -> None:
    assert rule("x" * limit) == "x" * limit
    with pytest.raises(RequestInvalid) as raised:
        rule("x" * (limit + 1))
    assert raised.value.params == {"field": field, "reason": reason}


def test_a_hundred_tags_are_kept_and_one_more_is_refused() -> None:
    assert len(Rules.tags(f"tag {n}" for n in range(100))) == 100
    with pytest.raises(RequestInvalid) as raised:
        Rules.tags(f"tag {n}" for n in range(101))
    assert raised.value.params == {"field": "tags", "reason": "at most 100 are kept"}


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "\u2028", "a\x7f"])
def test_notes_keep_lines_and_tabs_but_no_other_control_character(text: str) -> None:
    assert Rules.notes("one\ntwo\r\n\tthree") == "one\ntwo\r\n\tthree"
    with pytest.raises(RequestInvalid) as raised:
        Rules.notes(text)
    assert raised.value.params == {"field": "notes", "reason": "control characters are not allowed"}


def test_a_file_as_large_as_allowed_is_kept_and_a_byte_more_is_refused_with_both_sizes() -> None:
    assert Rules.file_size("a.wav", 5 << 20, limit_mb=5) == 5 << 20
    with pytest.raises(SourceTooLarge) as raised:
        Rules.file_size("a.wav", (5 << 20) + 1, limit_mb=5)
    assert raised.value.params == {"name": "a.wav", "size": "5.0 MiB", "limit": "5 MiB"}
