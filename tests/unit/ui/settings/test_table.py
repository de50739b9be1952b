from __future__ import annotations

from typing import Any, get_args

import pytest

from vrp.backend.settings import Settings, bounds_of, known_keys
from vrp.ui.settings.table import ROWS, Category, Choice, Number, Row, rows_of


def _allowed(key: str) -> Any:
    section, _, name = key.partition(".")
    return Settings.model_fields[section].annotation.model_fields[name].annotation  # type: ignore[union-attr]


def _found(text: str) -> list[str]:
    return [row.key for row in ROWS if row.finds(text)]


def test_every_setting_has_its_row() -> None:
    assert sorted(row.key for row in ROWS) == sorted(known_keys())


@pytest.mark.parametrize("row", [row for row in ROWS if isinstance(row.kind, Choice)], ids=lambda row: row.key)
def test_a_choice_offers_nothing_that_is_not_allowed(row: Row) -> None:
    section, _, name = row.key.partition(".")
    assert isinstance(row.kind, Choice)
    for value, _ in row.kind.options:
        settings = Settings.model_validate({section: {name: value}})
        assert getattr(getattr(settings, section), name) == value


@pytest.mark.parametrize("key", ["appearance.scheme", "logs.level", "audio.sample_rate", "audio.bits"])
def test_a_choice_offers_all_that_is_allowed(key: str) -> None:
    (kind,) = [row.kind for row in ROWS if row.key == key]
    allowed = _allowed(key)
    literals = {one for part in (allowed, *get_args(allowed)) for one in get_args(part)} or set(get_args(allowed))
    assert isinstance(kind, Choice)
    offered = {value for value, _ in kind.options}
    assert {one for one in literals if isinstance(one, str | int)} <= offered


def test_a_number_has_its_bounds() -> None:
    assert all(low < high for low, high in (bounds_of(row.key) for row in ROWS if isinstance(row.kind, Number)))


def test_a_setting_is_found_by_its_words_its_options_its_category_and_its_key() -> None:
    assert _found("micro") == ["audio.device"]
    assert _found("days trash") == ["storage.keep_deleted_days"]
    assert _found("dark") == ["appearance.scheme"]
    assert "backup.folder" in _found("backups")
    assert _found("slow_query") == ["logs.slow_query_ms"]
    assert _found("no such words") == []


def test_every_category_but_that_of_the_keys_has_rows() -> None:
    assert [category for category in Category if not rows_of(category)] == [Category.KEYBOARD]
