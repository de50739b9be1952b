"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "vrp").rglob("*.py"))
LEVELS = {"debug", "info", "warning", "error", "exception"}
# Which rooms may print: those that talk to a terminal.
PRINTING = {"vrp/cli/**", "scripts/**"}


def logging_calls() -> Iterator[tuple[str, ast.Call]]:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            of = ast.unparse(node.func.value)
            if node.func.attr in LEVELS and (of == "log" or "get_logger()" in of):
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def test_events_are_constants_with_their_values_in_fields() -> None:
    wrong = []
    for place, call in logging_calls():
        event = call.args[0] if len(call.args) == 1 else None
        named = isinstance(event, ast.Constant) and re.fullmatch(r"[a-z][a-z0-9_]+", str(event.value))
        if not named or any(field.arg is None and not _is_comprehension(field.value) for field in call.keywords):
            wrong.append(place)
    assert wrong == []


def _is_comprehension(node: ast.AST) -> bool:
    return isinstance(node, ast.DictComp)


def test_every_event_is_in_the_manual_and_every_one_there_is_logged() -> None:
    logged = {str(call.args[0].value) for _, call in logging_calls() if isinstance(call.args[0], ast.Constant)}
    page = (ROOT / "docs" / "logging.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `([a-z0-9_]+)` \|", page.partition("## Events")[2], re.MULTILINE))
    assert logged == listed


def test_who_catches_everything_says_why_on_the_same_line() -> None:
    wrong = []
    for path in SOURCES:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if re.match(r"\s*except\s*(?:\(?(?:Base)?Exception\b.*)?:", line):
                _, _, reason = line.partition(":  # ")
                if len(re.sub(r"noqa: \w+\s*[#-]*", "", reason).strip()) < 12:
                    wrong.append(f"{path.relative_to(ROOT)}:{number}")
    assert wrong == []


def test_only_what_talks_to_a_terminal_may_print() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]["lint"]
    assert "T20" in settings["select"]
    printing = {room for room, rules in settings["per-file-ignores"].items() if "T201" in rules}
    assert {room for room in printing if not room.startswith("tests/")} == PRINTING
