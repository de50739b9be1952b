from __future__ import annotations

import sqlite3

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
