"""Tells people who hear the window what others see happen in it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have ``text`` spoken: when the screen reader comes to an end, or at once where it is ``urgent``."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # not before the first paint

    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
