"""Writes docs/shortcuts.md, the page of keys in the manual, from the table of actions."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Final

from vrp.ui.keymap import Keymap, listing

PAGE: Final = Path(__file__).parent.parent / "docs" / "shortcuts.md"
_HEAD: Final = """# Keys

These are the keys as the program comes; Edit > Settings > Keyboard changes each of them, and Help > Keyboard Shortcuts
shows them as they are now. On a Mac, Ctrl is the command key. This page is made from the program by `make shortcuts`.
"""
_TAIL: Final = """
## Everywhere

| | |
|---|---|
| Next part of the window, and back | Tab, Shift+Tab |
| Close a dialog or a panel | Esc |
| Menu of what is selected | Menu, Shift+F10 |
| Play the selected recording | Enter, in the list |

A text field keeps the keys that it needs itself, such as Del, Ctrl+Z, Left and Right.
"""


def page() -> str:
    """The page's text."""
    parts = [_HEAD]
    for menu, rows in itertools.groupby(listing(Keymap()), key=lambda row: row[0]):
        lines = [f"| {command} | {', '.join(keys)} |\n" for _, command, keys in rows]
        parts.append(f"\n## {menu}\n\n| Command | Keys |\n|---|---|\n{''.join(lines)}")
    return "".join([*parts, _TAIL])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
