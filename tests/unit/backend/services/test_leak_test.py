from __future__ import annotations

import pytest

from vrp.backend.services.leak_test import KEY, LeakTest, Word


def told(text: str, *words: str, kind: str = "a title") -> list[str]:
    return [leak.word.text for leak in LeakTest().leaks({"report.txt": text}, [Word(kind, word) for word in words])]


@pytest.mark.parametrize(
    "text",
    [
        "about Quibble Sonata here", "quibble-sonata.wav", "QUIBBLE_SONATA", '"title": "Quibble Sonata"',
        "x/Quibble Sonata/y", "Quibble\tSonata", "\uff31uibble Sonata",
    ],
)  # fmt: skip
def test_words_are_found_however_they_are_written(text: str) -> None:
    assert told(text, "Quibble Sonata") == ["Quibble Sonata"]


def test_a_part_of_a_word_is_not_the_word() -> None:
    assert told("quibbles sonatas", "Quibble Sonata") == []
    assert told("a Quibble and a Sonata", "Quibble Sonata") == []


@pytest.mark.parametrize(
    "word", ["a", "ok", "7", "🎉", "", "!!", "backup", "Database", "Recording 3", "Recently Deleted"]
)
def test_what_tells_nothing_is_not_looked_for(word: str) -> None:
    assert told(f"the text says {word} and {word.casefold()}", word) == []


def test_short_names_of_people_are_looked_for_and_short_titles_are_not() -> None:
    assert told("by zoq at noon", "zoq", kind="the user's name") == ["zoq"]
    assert told("by zoq at noon", "zoq") == []


def test_six_words_in_a_row_of_long_notes_are_found() -> None:
    notes = "Yesterday Quentin told me everything about the purple xylophone beneath his mother's garden."
    assert told("x about the purple xylophone beneath his y", notes, kind="notes")
    assert not told("the purple xylophone", notes, kind="notes")


def test_a_key_is_looked_for_letter_by_letter() -> None:
    assert told("xxhunter2-Zyy", "hunter2-Z", kind=KEY) == ["hunter2-Z"]
    assert told("xxHUNTER2-Zyy", "hunter2-Z", kind=KEY) == []


def test_the_part_that_tells_is_named() -> None:
    (leak,) = LeakTest().leaks({"a": "nothing", "b": "Quibble Sonata"}, [Word("a tag", "quibble sonata")])
    assert (leak.part, leak.word.kind) == ("b", "a tag")


def test_what_is_public_may_be_told() -> None:
    words = [Word("the computer's name", "bookworm")]
    assert not list(LeakTest(["Debian GNU/Linux 12 (bookworm)"]).leaks({"report": "on bookworm"}, words))
