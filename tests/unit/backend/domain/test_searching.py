from __future__ import annotations

import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrp.backend.domain import searching


@given(st.text(st.characters()))
def test_whatever_is_typed_is_a_search_and_never_a_syntax_error(text: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(title, prefix = '2 3')")
    connection.execute("CREATE VIRTUAL TABLE pieces USING fts5(title, tokenize = 'trigram')")
    terms = searching.parse(text)
    for table, expression in (("words", terms.words), ("pieces", terms.pieces)):
        if expression:
            connection.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (expression,)).fetchall()
    for term in terms.literal:
        connection.execute("SELECT 'x' LIKE ? ESCAPE '\\'", (searching.like_pattern(term),)).fetchall()
    connection.close()


def test_signs_without_letters_are_looked_for_as_they_are() -> None:
    terms = searching.parse("50 % _")
    assert terms.literal == ("%", "_")
    assert searching.like_pattern("50%_") == "%50\\%\\_%"


def test_nothing_but_space_is_no_search() -> None:
    assert not searching.parse(" \t\x00 ")


def test_titles_are_in_the_order_that_people_expect() -> None:
    titles = ["Zoe", "émile", "Edgar", "apple", "Ärger"]
    assert sorted(titles, key=searching.sort_key) == ["apple", "Ärger", "Edgar", "émile", "Zoe"]


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("Interview Löwen", "lowe", ["Löwe"]),
        ("Interview Löwen", "view", ["view"]),
        ("Interview Lo\u0308wen", "löwe", ["Lo\u0308we"]),
        ("a banana and an ant", "an", ["an", "an", "an"]),
        ("one two-three four", "two three", ["two", "three"]),
        ("one two-three four", "two-three", ["two-three"]),
        ("50% off", "50 %", ["50%"]),
        ("Straße", "strasse", []),
        ("ÇA VA ça va", "ça", ["ÇA", "ça"]),
        ("nothing", "", []),
    ],
)
def test_the_matched_words_are_marked_where_they_stand(text: str, query: str, marked: list[str]) -> None:
    assert [text[start : start + length] for start, length in searching.matches(text, query)] == marked


@given(st.text(max_size=60), st.text(max_size=20))
def test_marks_lie_in_the_text_in_order_and_apart(text: str, query: str) -> None:
    end = -1
    for start, length in searching.matches(text, query):
        assert start > end
        assert length > 0
        end = start + length
    assert end <= len(text)


@given(st.lists(st.text("abcäöüéßÅñ", min_size=3, max_size=8), min_size=1, max_size=5), st.data())
def test_a_word_is_marked_whatever_its_case_and_accents(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    word = data.draw(st.sampled_from(words))
    asked = data.draw(st.sampled_from([word, word.upper() if len(word.upper()) == len(word) else word,
                                       unicodedata.normalize("NFD", word)]))  # fmt: skip
    start = text.index(word)
    assert any(at <= start and start + len(word) <= at + size for at, size in searching.matches(text, asked))
