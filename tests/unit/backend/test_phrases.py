from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from vrp.backend.phrases import Phrase, fill


def test_it_reads_as_english_and_keeps_its_values_apart() -> None:
    phrase = Phrase("“{title}” holds {found} bytes", title="{braces}", found=1234567)
    assert phrase == "“{braces}” holds 1,234,567 bytes"
    assert json.loads(json.dumps({"told": phrase})) == {"told": str(phrase)}
    assert (phrase.words, phrase.values["found"]) == ("“{title}” holds {found} bytes", 1234567)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (1000, "1,000"),
        (0.25, "0.2"),
        (True, "True"),
        (datetime(2026, 11, 23, 12, tzinfo=UTC), "2026-11-23"),
        (None, "None"),
    ],
)
def test_values_are_written_as_in_english(value: object, told: str) -> None:
    assert Phrase("{value}", value=value) == told


def test_a_value_that_is_missing_is_a_question_mark() -> None:
    assert Phrase("in use by {holder}") == fill("in use by {holder}", {}) == "in use by ?"
