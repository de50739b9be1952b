"""The redactor takes the value and nothing beside it."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrp.backend.logs.redaction import Redactor

REDACTOR = Redactor(home="/home/joe", salt=b"of a library")
MARK = r"#[0-9a-f]{8}"
TOKEN_LETTERS = string.ascii_letters + string.digits


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("password=hunter2 was refused", r"password=\[redacted\] was refused"),
        ("login with password: hunter2, then go on", r"login with password: \[redacted\], then go on"),
        ('{"api_key": "a b c", "n": 3}', r'\{"api_key": "\[redacted\]", "n": 3\}'),
        ("Authorization: Bearer abc.DEF-123 sent twice", r"Authorization: Bearer \[redacted\] sent twice"),
        ("got bearer eyJhbGciOi.J9xyz0123 from there", r"got bearer \[redacted\] from there"),
        ("https://joe:pw1234@nas.local/files?token=3 failed", r"https://\[redacted\]@nas\.local/… failed"),
        ("mail to joe.doe+x@example.co.uk bounced", r"mail to \[e-mail\] bounced"),
        ("cannot open /home/joe/Music/Secret talk.wav now", rf"cannot open ~/Music/{MARK}\.wav now"),
        (r"no C:\Users\Joe Doe\Music\Secret talk.mp3 here", rf"no C:\\Users\\{MARK}.*{MARK}\.mp3 here"),
        (r"open C:\Users\joe\notes then stop", rf"open C:\\Users\\{MARK}\\{MARK} then stop"),
        ("No such file: '/media/My disk/a b.txt' (2)", rf"No such file: '/media/{MARK}/{MARK}\.txt' \(2\)"),
        ("“My first talk” was renamed", f"“{MARK}” was renamed"),
        ("memo-3.flac is damaged", rf"{MARK}\.flac is damaged"),
        ("key ghp_0123456789abcdefABCDEF0123 revoked", r"key \[redacted\] revoked"),
        ("key AKIAIOSFODNN7EXAMPLE revoked", r"key \[redacted\] revoked"),
        ("key Zm9vYmFyQmF6MTIzNDU2Nzg5MA== revoked", r"key \[redacted\] revoked"),
    ],
)
def test_the_value_goes_and_the_words_beside_it_stay(text: str, left: str) -> None:
    assert re.fullmatch(left, REDACTOR.text(text)), REDACTOR.text(text)


@pytest.mark.parametrize(
    "text",
    [
        "backup_made", "and/or", "1/2 of 3", "the bearer of news", "Bearer authentication failed", "a basic question",
        "3fa85f64a1b2c3d4e5f60718293a4b5c", "0" * 64, "20261124T221705Z-3fa2b1", "SELECT count(*) FROM recordings",
        "2026-11-24T22:17:05.123456+00:00", "it is 12:30", "state: open", "/", "~", "don't and can't",
    ],
)  # fmt: skip
def test_what_is_no_secret_stays_as_it_is(text: str) -> None:
    assert REDACTOR.text(text) == text


def test_a_trace_still_tells_where_it_was() -> None:
    line = '  File "/opt/x/lib/python3.11/site-packages/sqlalchemy/engine/base.py", line 1967, in _exec'
    assert REDACTOR.text(line) == '  File "…/site-packages/sqlalchemy/engine/base.py", line 1967, in _exec'


def test_fields_are_known_by_their_names() -> None:
    assert REDACTOR.field("refresh_token", "x") == "[redacted]"
    assert re.fullmatch(MARK, REDACTOR.field("title", "My first talk"))
    assert REDACTOR.field("folder", "/home/joe/My talks") == f"~/{REDACTOR.mark('My talks')}"
    assert REDACTOR.field("name", "SELECT 1") == "SELECT 1"


def test_the_same_title_has_the_same_mark_in_one_library_and_another_in_the_next() -> None:
    assert REDACTOR.mark("talk") == REDACTOR.mark("talk") != Redactor(salt=b"another").mark("talk")


def test_verbose_shows_titles_and_never_secrets() -> None:
    verbose = Redactor(home="/home/joe", verbose=True)
    assert verbose.field("title", "My first talk") == "My first talk"
    assert verbose.text("“My talk”: password=hunter2") == "“My talk”: password=[redacted]"
    assert verbose.text("cannot open /home/joe/x y.wav") == "cannot open ~/x y.wav"


words = st.text(string.ascii_letters, min_size=2, max_size=9)
secrets = st.text(TOKEN_LETTERS, min_size=20, max_size=40).filter(
    lambda one: min(sum(map(kind, one)) for kind in (str.isdigit, str.islower, str.isupper)) > 2
)
names = st.text(string.ascii_letters + "äöü -", min_size=3, max_size=20).map(str.strip).filter(lambda one: len(one) > 2)


@given(before=words, after=words, secret=secrets, form=st.sampled_from([
    "password={}", "token: {}", "Bearer {}", "https://u:{}@host.org/x", "secret='{}'", "{}", "cookie={};",
]))  # fmt: skip
def test_no_secret_is_left_and_no_neighbour_is_lost(before: str, after: str, secret: str, form: str) -> None:
    left = REDACTOR.text(f"{before} {form.format(secret)} {after}")
    assert secret not in left
    assert left.split()[0] == before
    assert left.split()[-1] == after


@given(before=words, after=words, name=names, form=st.sampled_from([
    "“{}”", "'/home/joe/{}.wav'", "/srv/{}.mp3", r"D:\talks\{}.flac", '"{}.opus"', "file:///x/'{}'.wav",
]))  # fmt: skip
def test_no_name_is_left_and_no_neighbour_is_lost(before: str, after: str, name: str, form: str) -> None:
    left = REDACTOR.text(f"{before} {form.format(name)} {after}")
    first, *middle, last = left.split()
    if "file:" not in form:  # a blank ends an address
        assert not re.search(rf"(?<![\w#]){re.escape(name)}(?!\w)", " ".join(middle))
    assert (first, last) == (before, after)


@given(st.text(max_size=200))
def test_any_text_can_be_redacted_twice_with_the_same_outcome(text: str) -> None:
    once = REDACTOR.text(text)
    assert REDACTOR.text(once) == once
