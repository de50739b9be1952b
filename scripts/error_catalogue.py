"""Writes docs/errors.md, the catalogue of every error that a person can see, from the classes themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from vrp.backend.errors import VrpError

PAGE: Final = Path(__file__).parent.parent / "docs" / "errors.md"
_HEAD: Final = """# Errors

Every message of the program carries a code. This page is made from the program by `make errors`; words in braces stand
for a name, a number or a place. “Again” says whether the same thing can succeed a moment later without any change.

| Code | What happened | What is safe | What to do | Again |
|---|---|---|---|---|
"""


def every_error(root: type[VrpError] = VrpError) -> Iterator[type[VrpError]]:
    """The class and all below it."""
    yield root
    for child in root.__subclasses__():
        yield from every_error(child)


def catalogue() -> str:
    """The page's text."""
    errors = sorted(every_error(), key=lambda error: error.code)
    return _HEAD + "".join(
        f"| {error.code} | {error.what} | {error.safe} | {error.action} | {'yes' if error.retry else 'no'} |\n"
        for error in errors
    )


if __name__ == "__main__":
    PAGE.write_text(catalogue(), encoding="utf-8")
