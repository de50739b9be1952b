"""Errors in the person's language. The backend raises codes with parameters; its sentences are the English source."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from vrp.backend.errors import VrpError
from vrp.ui.texts import translated


def summary(error: VrpError) -> str:
    """What happened, in one sentence."""
    return translated(error.summary)


def message(error: VrpError) -> str:
    """What happened, what is safe and what to do."""
    return " ".join(map(translated, error.sentences))


def details(error: VrpError) -> str:
    """All of it for somebody who helps, a line each: the code, what happened, what is safe and what to do."""
    return "\n".join((error.code, *account(*(said(error, words) for words in (error.what, error.safe, error.action)))))


def account(what: str, safe: str, action: str) -> list[str]:
    """Three sentences, each with what it is about before it; those that are empty are left out."""
    lines = (
        (what, QCoreApplication.translate("ErrorHelp", "What happened: {text}")),
        (safe, QCoreApplication.translate("ErrorHelp", "What is safe: {text}")),
        (action, QCoreApplication.translate("ErrorHelp", "What to do: {text}")),
    )
    return [line.format(text=text) for text, line in lines if text]


def said(error: VrpError, words: str) -> str:
    """One sentence of the error's class, translated, with what this error tells in its places."""
    return translated(error.said(words))
