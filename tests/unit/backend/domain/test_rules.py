from __future__ import annotations

import unicodedata

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
