"""F6 goes from pane to pane, as in other programs; Shift+F6 the other way round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget


class Panes(QObject):
    """``panes`` is called each time: for each pane, in their order, the widget that takes the focus in it."""

    def __init__(self, window: QWidget, panes: Callable[[], Sequence[tuple[QWidget, QWidget]]]) -> None:
        super().__init__(window)
        self._panes = panes

    def next(self) -> None:
        self._go(1)

    def previous(self) -> None:
        self._go(-1)

    def put_in_order(self) -> None:
        """Let Tab go pane by pane too, also through what was made after the window."""
        found = (one for pane, _ in self._panes() for one in (pane, *pane.findChildren(QWidget)))
        order = [one for one in found if _is_a_stop(one) and one.window() is self.parent()]
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _go(self, step: int) -> None:
        places = ((pane, target if _takes_focus(target) else _first(pane)) for pane, target in self._panes())
        shown = [(pane, target) for pane, target in places if target is not None]
        if not shown:
            return
        focus = QApplication.focusWidget()
        here = next((place for place, (pane, _) in enumerate(shown) if _holds(pane, focus)), None)
        place = (0 if step > 0 else -1) if here is None else (here + step) % len(shown)
        _, target = shown[place]
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _takes_focus(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _is_a_stop(widget: QWidget) -> bool:
    """Not what hands the focus on to another."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _first(pane: QWidget) -> QWidget | None:
    return next((one for one in pane.findChildren(QWidget) if _takes_focus(one)), None)


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (pane is widget or pane.isAncestorOf(widget))
