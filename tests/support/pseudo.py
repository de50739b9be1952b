"""A language that nobody speaks: what a window says in plain letters did not come from a translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QLocale, QModelIndex, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QHeaderView, QTabBar, QWidget

# What is no language, each a pattern.
NO_LANGUAGE: Final = {
    "Voice Recorder Pro",
    "English", "Deutsch",  # languages are called as they call themselves
    r"VRP-\d+", r"E[A-Z]{3,}", r"\w+Error",  # codes
    r"~?(/[\w.-]+)+", r"\b(logs/)?[\w-]+\.(wav|log|toml|zip|json|txt|csv|sql|md|mp3)\b",  # paths and files
    "WAV", "FLAC", "JSON", "CSV", "M3U",  # formats
    "MiB", "GiB", "KiB", "TiB", "kHz", "UTC",  # units
    r"\{\w+\}",  # places in a pattern of titles
    r"[0-9a-f]{12,}",  # checksums
    r"https?://\S+", r"DATABASE_URL",
}  # fmt: skip
_LETTERS: Final = str.maketrans("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
                                "åƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ")  # fmt: skip
_KEPT: Final = re.compile(r"(\{\w+\}|%\w?\d?|<[^>]*>|&\w+;)")  # places of values, and what Qt reads itself
_WORD: Final = re.compile(r"[A-Za-z]{3,}")
_PROPERTIES: Final = (
    "text", "placeholderText", "plainText", "title", "format", "prefix", "suffix", "specialValueText",
    "informativeText",
)  # fmt: skip
_ROLES: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


class Pseudo(QTranslator):
    """Every text in other letters, and 40 % longer. The values that are put in keep theirs."""

    def translate(self, _context: str, text: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        parts = _KEPT.split(text)
        marked = "".join(part if place % 2 else part.translate(_LETTERS) for place, part in enumerate(parts))
        return text and f"⟦{marked}{'~' * max(2, len(text) * 2 // 5)}⟧"

    def isEmpty(self) -> bool:  # noqa: N802  # Qt's name
        return False


@contextmanager
def spoken(application: QApplication) -> Iterator[None]:
    """Nobody's language for what is opened in the block; dates and sizes as in Egypt, in letters that are not ours."""
    translator, before = Pseudo(), QLocale()
    application.installTranslator(translator)
    QLocale.setDefault(QLocale(QLocale.Language.Arabic, QLocale.Country.Egypt))
    yield
    QLocale.setDefault(before)
    application.removeTranslator(translator)


def untranslated(root: QWidget, data: set[str], *, without: tuple[str, ...] = ()) -> set[str]:
    """Each text of the window with a word in plain letters that is not in ``data``, which may be patterns.

    What the views say that are named in ``without`` is somebody else's: a file's content, the log.
    """
    known = re.compile("|".join(sorted(data, key=len, reverse=True)))
    texts = {text.replace("\N{ZERO WIDTH SPACE}", "") for text in said(root, without)}
    return {text for text in texts if _WORD.search(known.sub(" ", text))}


def said(root: QWidget, without: tuple[str, ...] = ()) -> Iterator[str]:
    """Every text that can be read in a window, and every name that is heard, whether it is shown now or not."""
    for one in [root, *root.findChildren(QWidget)]:
        yield from (one.windowTitle(), one.toolTip(), one.statusTip(), one.whatsThis())
        yield from (one.accessibleName(), one.accessibleDescription())
        if one.objectName() not in without:
            yield from _of_widget(one)
    for action in root.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.statusTip(), action.whatsThis())


def _of_widget(one: QWidget) -> Iterator[str]:
    if isinstance(one, QTabBar):
        yield from (one.tabText(place) for place in range(one.count()))
    elif isinstance(one, QComboBox):
        yield from _of_model(one.model(), QModelIndex())
    elif isinstance(one, QHeaderView):
        yield from _headers(one)
    elif isinstance(one, QAbstractItemView):
        yield from _of_model(one.model(), QModelIndex())
    else:
        for name in _PROPERTIES:
            yield str(one.property(name) or "")


def _headers(view: QHeaderView) -> Iterator[str]:
    model, direction = view.model(), view.orientation()
    for place in range(view.count()):
        yield from (str(value) for role in _ROLES if isinstance(value := model.headerData(place, direction, role), str))


def _of_model(model: QAbstractItemModel | None, parent: QModelIndex) -> Iterator[str]:
    if model is None:
        return
    for row in range(model.rowCount(parent)):
        for column in range(_columns(model, parent)):
            index = model.index(row, column, parent)
            yield from (str(value) for role in _ROLES if isinstance(value := model.data(index, role), str))
        if not isinstance(model, QAbstractListModel):
            yield from _of_model(model, model.index(row, 0, parent))


def _columns(model: QAbstractItemModel, parent: QModelIndex) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
