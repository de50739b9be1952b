from __future__ import annotations

import re

from scripts import error_catalogue
from scripts.error_catalogue import every_error as _tree
from vrp.backend import errors
from vrp.backend.errors import Cancelled


def test_every_error_has_a_code_of_its_own() -> None:
    codes = [error.code for error in _tree()]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"VRP-\d{4}", code) for code in codes)


def test_every_error_says_what_happened_what_is_safe_and_what_to_do() -> None:
    for error in _tree():
        assert error.what.endswith("."), error
        assert error is Cancelled or (error.safe.endswith(".") and error.action.endswith((".", "}."))), error


def test_a_message_holds_its_parameters_and_survives_missing_ones() -> None:
    assert "“a.wav”" in errors.SourceEmpty(name="a.wav").message
    assert "?" in errors.SourceEmpty().message


def test_every_error_stands_in_the_tree_that_opens_the_file() -> None:
    drawn = errors.__doc__ or ""
    for error in _tree():
        assert re.search(rf"\b{error.__name__}\b", drawn), error.__name__


def test_the_manual_has_every_error_as_it_is() -> None:
    assert error_catalogue.PAGE.read_text(encoding="utf-8") == error_catalogue.catalogue(), "run `make errors`"
