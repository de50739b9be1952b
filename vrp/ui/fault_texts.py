"""Errors in the person's language. The backend raises codes with parameters; its sentences are the English source."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import QCoreApplication

from vrp.backend.errors import VrpError


def summary(error: VrpError) -> str:
    """What happened, in one sentence."""
    return said(error, error.what)


def message(error: VrpError) -> str:
    """What happened, what is safe and what to do."""
    return " ".join(said(error, words) for words in (error.what, error.safe, error.action) if words)


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
    known = defaultdict(lambda: "?", error.params)
    return QCoreApplication.translate("Errors", words).format_map(known)
