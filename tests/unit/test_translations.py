"""The languages are complete, carry each value to its place, and what is shipped was made from what is written."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts import translations
from scripts.translations import LANGUAGES, ROOT, Text
from vrp.backend import errors
from vrp.ui.actions import ACTIONS
from vrp.ui.menu_titles import MENU_TITLES


@pytest.fixture(scope="module")
def found() -> list[Text]:
    return translations.texts()


@pytest.fixture(scope="module")
def said() -> dict[str, dict[Text, tuple[str, ...]]]:
    return {language: translations.read(translations.FOLDER / f"vrp_{language}.ts") for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_program_is_translated(language: str, found: list[Text]) -> None:
    assert not translations.problems(language, found), "make translations"


def test_what_an_error_tells_in_words_is_a_phrase() -> None:
    """Else the window would put English into a sentence of another language. A bug of ours is reported as it is."""
    kinds = {kind.__name__ for kind in _kinds(errors.VrpError)} - {"InternalFault"}
    plain = []
    for path in [*(ROOT / "vrp/backend").rglob("*.py"), *(ROOT / "vrp/app").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in kinds:
                plain += [f"{path.name}:{one.value.lineno}" for one in node.keywords if _is_sentence(one.value)]
    assert not plain


def _kinds(kind: type[errors.VrpError]) -> Iterator[type[errors.VrpError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _kinds(child)


def _is_sentence(node: ast.expr) -> bool:
    """Words that are written out; a number with its unit and a name are none."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    words = " ".join(str(one.value) for one in parts if isinstance(one, ast.Constant))
    return bool(re.search(r"[a-z]{2,} [a-z]{2,}", words)) or (isinstance(node, ast.IfExp) and _is_sentence(node.body))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_value_has_its_place(language: str, said: dict[str, dict[Text, tuple[str, ...]]]) -> None:
    for text, forms in said[language].items():
        wanted = Counter(re.findall(r"\{\w+\}", text.source))
        for form in forms:
            given = Counter(re.findall(r"\{\w+\}", form))
            assert not given - wanted, (text, form)
            assert text.counts or given == wanted, (text, form)  # “no files” says no number


def test_each_number_has_its_form(said: dict[str, dict[Text, tuple[str, ...]]]) -> None:
    counting = [text for text in said["ar"] if text.counts]
    assert counting
    for text in counting:
        assert (len(said["de"][text]), len(said["ar"][text])) == (2, 6)


def test_german_letters_of_a_menu_are_each_their_own(said: dict[str, dict[Text, tuple[str, ...]]]) -> None:
    german = {text.source: forms[0] for text, forms in said["de"].items() if text.context == "Actions"}
    titles = [german[title] for title in MENU_TITLES.values()]
    menus = [titles, *([german[spec.text] for spec in ACTIONS if spec.menu is menu] for menu in MENU_TITLES)]
    for menu in menus:
        letters = Counter(re.findall(r"&(\w)", " ".join(menu).lower()))
        assert not [letter for letter, times in letters.items() if times > 1], menu


def test_what_is_shipped_was_made_from_what_is_written(tmp_path: Path) -> None:
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    for language in LANGUAGES:
        source = translations.FOLDER / f"vrp_{language}.ts"
        made = tmp_path / f"{language}.qm"
        subprocess.run([tool, "-silent", source, "-qm", made], check=True, capture_output=True)
        assert made.read_bytes() == source.with_suffix(".qm").read_bytes(), "make translations"


_PLEADING = {"en": r"\bplease\b", "de": r"\bbitte\b", "ar": r"من فضلك|رجاء"}
_NAMES = {
    "DATABASE_URL", "FFmpeg", "LGPL", "MIT", "MiB", "PostgreSQL", "Qt", "Reset", "Stop",
}  # fmt: skip


def names_of_commands() -> set[str]:
    titles = [*(spec.text for spec in ACTIONS), *MENU_TITLES.values()]
    return {word for title in titles for word in re.findall(r"\w+", title.replace("&", ""))}


def test_no_text_pleads_or_shouts(said: dict[str, dict[Text, tuple[str, ...]]]) -> None:
    english = {text: (text.source,) for text in said["de"]}
    for language, pleading in _PLEADING.items():
        for text, forms in said.get(language, english).items():
            for form in forms:
                assert not re.search(pleading, form, re.IGNORECASE), form
                assert "!" not in form, (text, form)


def test_sentences_have_capitals_only_at_their_beginning_and_in_names(found: list[Text]) -> None:
    """Commands, buttons and titles of windows are in title case, as menus are; whatever is read is not."""
    known = _NAMES | names_of_commands()
    loud = []
    for text in found:
        if not text.source.endswith("."):
            continue
        for sentence in re.split(r"(?<=[.:?])\s+|\n+", text.source):
            words = re.findall(r"(?<![{_])\b[A-Za-z][\w-]*", sentence)
            loud += [(word, text.source) for word in words[1:] if word[0].isupper() and word not in known]
    assert not loud


def test_no_text_shows_names_that_are_ours(found: list[Text]) -> None:
    """A name with an underscore is one of the code, but for keys of the settings file (``imports.max_file_mb``)."""
    shown = [re.sub(r"\{\w+\}|[a-z]+\.\w+|pg_dump", "", text.source) for text in found]
    ours = [text for text in shown if re.search(r"[a-z]_[a-z]", text)]
    assert not ours
