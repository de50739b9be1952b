from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.support.libraries import OpenLibrary, new_library, recording, recording_request
from vrp.backend.domain.requests import RecordingChangeRequest, RecordingResponse
from vrp.backend.errors import RequestInvalid

# Any text at all, with more of what breaks things than chance would bring.
NASTY = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs", "Cc", "Cf", "Zs", "Zl", "Zp", "Mn"]),
        st.sampled_from("\u202e\u2066\u061c\u200b\ufeff\u2800\u3164\0\x7f\u0301é.NUL'\";%_\\"),
    ),
    max_size=40,
)


@pytest.fixture(scope="module")
def library() -> Iterator[OpenLibrary]:
    with tempfile.TemporaryDirectory() as folder, new_library(Path(folder) / "library") as opened:
        opened.add(["first"])
        yield opened


@settings(max_examples=150, deadline=None)
@given(field=st.sampled_from(["title", "artist", "notes"]), text=NASTY)
def test_text_is_refused_with_its_fields_name_or_comes_back_the_same(
    library: OpenLibrary, field: str, text: str
) -> None:
    try:
        request = RecordingChangeRequest.of(**{field: text})
    except RequestInvalid as refusal:
        assert refusal.params["field"] == field
        assert refusal.message.encode()  # it can be shown
        return
    library.library.edit(1, request)
    kept = getattr(library.library.get(1), field)
    assert kept == (text if field == "notes" else unicodedata.normalize("NFC", text).strip())


@settings(max_examples=100, deadline=None)
@given(texts=st.lists(NASTY, max_size=5))
def test_tags_are_refused_or_come_back_each_once(library: OpenLibrary, texts: list[str]) -> None:
    try:
        request = RecordingChangeRequest.of(tags=texts)
    except RequestInvalid as refusal:
        assert refusal.params["field"] == "tags"
        return
    library.library.edit(1, request)
    kept = library.library.get(1).tags
    assert {tag.casefold() for tag in kept} == {unicodedata.normalize("NFC", text).strip().casefold() for text in texts}
    assert len({tag.casefold() for tag in kept}) == len(kept)


@pytest.mark.parametrize("blank", ["", " \t", "\u200b", "\ufeff \u2060", "\u2800\u2800", "\u3164", "\u00a0"])
def test_a_title_that_shows_nothing_is_no_title(blank: str) -> None:
    with pytest.raises(RequestInvalid, match="title: it may not be empty"):
        RecordingChangeRequest.of(title=blank)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"title": "a\nb"}, "title: line breaks and control characters are not allowed"),
        ({"title": "a\u202eb"}, "title: characters that turn the direction of text are not allowed"),
        ({"title": "a\u061cb"}, "title: characters that turn the direction of text are not allowed"),
        ({"title": "x" * 301}, "title: at most 300 characters are kept"),
        ({"title": "\ud800"}, "title: it is not valid text"),
        ({"artist": "a\x7f"}, "artist: line breaks and control characters are not allowed"),
        ({"notes": "a\0b"}, "notes: control characters are not allowed"),
        ({"notes": "x" * 1_000_001}, "notes: at most 1,000,000 characters are kept"),
        ({"tags": ["x" * 81]}, "tags: at most 80 characters are kept"),
        ({"tags": [str(number) for number in range(101)]}, "tags: at most 100 are kept"),
        ({"tags": [5]}, "tags: Input should be a valid string"),
        ({"colour": "red"}, "colour: Extra inputs are not permitted"),
    ],
)
def test_what_breaks_a_rule_is_named_with_the_rule(values: dict[str, object], message: str) -> None:
    with pytest.raises(RequestInvalid) as raised:
        RecordingChangeRequest.of(**values)
    assert raised.value.summary == f"{message}."


def test_what_is_at_the_limit_is_kept() -> None:
    request = RecordingChangeRequest.of(title="x" * 300, artist=" ", notes="x" * 1_000_000, tags=["y" * 80] * 3)
    assert request.changes == {"title": "x" * 300, "artist": "", "notes": "x" * 1_000_000, "tags": ("y" * 80,)}


def test_nothing_asked_is_nothing_changed(library: OpenLibrary) -> None:
    before = library.library.get(1)
    history = library.library.history(1)
    assert RecordingChangeRequest.of().changes == {}
    assert library.library.edit(1, RecordingChangeRequest.of()) == before
    assert library.library.edit(1, RecordingChangeRequest.of(title=before.title)) == before
    assert library.library.history(1) == history


@pytest.mark.parametrize(
    "values",
    [
        {"uuid": "A" * 32}, {"stored_filename": "../../etc/passwd"}, {"stored_filename": "a" * 32},
        {"title": " "}, {"duration": 0.0}, {"duration": float("nan")}, {"duration": float("inf")},
        {"filesize_bytes": 0}, {"mime_type": "text/html"}, {"checksum": "x" * 64}, {"checksum": "0" * 63},
        {"codec": "PCM S16"}, {"sample_rate": 999}, {"sample_rate": 768_001}, {"channels": 0}, {"channels": 65},
        {"origin": "stolen"}, {"filename": ""}, {"filename": "NUL.wav"}, {"filename": "a."}, {"filename": "a.wav "},
        {"filename": "x" * 256}, {"filename": "é" * 128}, {"recorded_at": "2026-11-23T12:00:00"}, {"colour": "red"},
    ],
)  # fmt: skip
def test_a_row_that_breaks_a_rule_is_not_made(values: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        recording_request(**values)


@pytest.mark.parametrize(
    "values", [{"filename": "é" * 127}, {"sample_rate": 1_000}, {"channels": 64}, {"filename": "x" * 255}]
)
def test_a_row_at_the_limits_is_made(values: dict[str, object]) -> None:
    made = recording_request(**values)
    assert {name: getattr(made, name) for name in values} == values


def test_the_answer_shows_what_the_recording_is() -> None:
    shown = RecordingResponse.of(recording(7, "Löwe", tags=("a", "b")))
    assert (shown.id, shown.title, shown.tags, shown.status) == (7, "Löwe", ("a", "b"), "active")
