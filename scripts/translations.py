"""Keeps ``resources/translations`` true: every text for people in the program, in each language that we speak.

Reads the program's own syntax trees, because a module's short ``tr`` says its context where lupdate cannot see it, and
because errors are sentences of classes. What was found goes through lupdate, which merges it into the .ts files.
``make translations`` runs it; with ``--check`` it only tells what is missing.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = ROOT / "resources" / "translations"
LANGUAGES: Final = ("de", "ar")
ROOMS: Final = ("vrp/ui", "vrp/app", "vrp/backend")
_BIN: Final = Path(sys.executable).parent


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """``counts``: it has a form for each number."""

    context: str
    source: str
    counts: bool = False


def texts() -> list[Text]:
    """Every text of the program, each once."""
    modules = {path: ast.parse(path.read_text(encoding="utf-8")) for room in ROOMS for path in _sources(room)}
    shorts = {path: _shorts(tree) for path, tree in modules.items()}
    found = set(_of_errors())
    for path, tree in modules.items():
        found.update(_of_module(tree, shorts[path] | _imported(tree, shorts)))
    return sorted(found)


def _sources(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def _shorts(tree: ast.Module) -> dict[str, str]:
    """The module's own functions that translate in one context: name and context."""
    return {
        function.name: context
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if (context := _handed_on(node))
    }


def _handed_on(node: ast.AST) -> str:
    """The context of a call that translates what its function was given; else empty."""
    if isinstance(node, ast.Call) and _name(node) == "translate" and len(node.args) > 1:
        return _constant(node.args[0]) if isinstance(node.args[1], ast.Name) else ""
    return ""


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _imported(tree: ast.Module, shorts: dict[Path, dict[str, str]]) -> dict[str, str]:
    result = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            home = shorts.get(ROOT / f"{node.module.replace('.', '/')}.py", {})
            result.update({one.asname or one.name: home[one.name] for one in node.names if one.name in home})
    return result


def _of_module(tree: ast.Module, shorts: dict[str, str]) -> Iterator[Text]:
    def look(node: ast.AST, where: str) -> Iterator[Text]:
        if isinstance(node, ast.Call):
            yield from _of_call(node, where, shorts)
        for child in ast.iter_child_nodes(node):
            yield from look(child, child.name if isinstance(child, ast.ClassDef) else where)

    yield from look(tree, "")


def _of_call(call: ast.Call, where: str, shorts: dict[str, str]) -> Iterator[Text]:
    name = _name(call)
    if name in ("translate", "QT_TRANSLATE_NOOP") and len(call.args) >= 2:
        context, words, counts = _constant(call.args[0]), call.args[1], len(call.args) > 3
    elif name == "tr" and isinstance(call.func, ast.Attribute) and _is_self(call.func.value):
        context, words, counts = where, call.args[0], len(call.args) > 2
    elif name in shorts:
        context, words, counts = shorts[name], call.args[0], len(call.args) > 1
    elif name == "Phrase" and call.args:
        context, words, counts = "Backend", call.args[0], any(one.arg == "count" for one in call.keywords)
    else:
        return
    for text in _strings(words):
        yield Text(context, text, counts or "%n" in text)


def _is_self(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id in ("self", "cls", "parent", "window", "dialog")


def _constant(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _strings(node: ast.AST) -> Iterator[str]:
    """One text, or those of a choice."""
    if isinstance(node, ast.IfExp):
        yield from _strings(node.body)
        yield from _strings(node.orelse)
    elif text := _constant(node):
        yield text


def _of_errors() -> Iterator[Text]:
    errors = importlib.import_module("vrp.backend.errors")
    waiting = [errors.VrpError]
    while waiting:
        kind = waiting.pop()
        waiting.extend(kind.__subclasses__())
        yield from (Text("Backend", words) for words in (kind.what, kind.safe, kind.action) if words)


def update(language: str, found: list[Text], folder: Path = FOLDER) -> Path:
    """Merge the texts into the language's file; what is gone from the program goes from there."""
    target = folder / f"vrp_{language}.ts"
    with tempfile.TemporaryDirectory() as place:
        catalogue = Path(place) / "catalogue.cpp"
        catalogue.write_text("\n".join(map(_line, found)), encoding="utf-8")
        options = ["-no-obsolete", "-locations", "none", "-no-ui-lines", "-target-language", language]
        _tool("lupdate", str(catalogue), *options, "-ts", str(target))
    return target


def _line(text: Text) -> str:
    """As lupdate reads it in C++, which is where it knows of forms for numbers."""
    macro = "QT_TRANSLATE_N_NOOP" if text.counts else "QT_TRANSLATE_NOOP"
    return f"{macro}({json.dumps(text.context)}, {json.dumps(text.source, ensure_ascii=False)});"


def release(folder: Path = FOLDER) -> None:
    for language in LANGUAGES:
        source = folder / f"vrp_{language}.ts"
        _tool("lrelease", "-silent", str(source), "-qm", str(source.with_suffix(".qm")))


def _tool(name: str, *words: str) -> None:
    done = subprocess.run([_BIN / f"pyside6-{name}", *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)


def read(path: Path) -> dict[Text, tuple[str, ...]]:
    """What a .ts file says: each text with its forms; none where it is unfinished."""
    result = {}
    for context in ET.parse(path).getroot().findall("context"):  # noqa: S314  # our own file
        for message in context.findall("message"):
            counts = message.get("numerus") == "yes"
            text = Text(context.findtext("name", ""), message.findtext("source", ""), counts)
            result[text] = _forms(message, counts)
    return result


def _forms(message: ET.Element, counts: bool) -> tuple[str, ...]:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return ()
    forms = translation.findall("numerusform") if counts else [translation]
    return tuple(form.text or "" for form in forms)


def problems(language: str, found: list[Text]) -> list[str]:
    """What keeps the language from being complete."""
    said, wanted = read(FOLDER / f"vrp_{language}.ts"), set(found)
    told = {
        "not in the file": [one for one in found if one not in said],
        "not translated": [one for one, forms in said.items() if not forms or not all(forms)],
        "no longer in the program": [one for one in said if one not in wanted],
    }
    return [f"{language}: {why}: {one.context}: {one.source}" for why, texts in told.items() for one in texts]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, and fail where something is missing")
    check = parser.parse_args().check
    found = texts()
    if not check:
        FOLDER.mkdir(exist_ok=True)
        for language in LANGUAGES:
            update(language, found)
        release()
    told = [one for language in LANGUAGES for one in problems(language, found)]
    print("\n".join(told) or f"{len(found)} texts, complete in {', '.join(LANGUAGES)}")
    if told:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
