"""The kit for testing the window: a plugin of pytest, the names of widgets and commands. See ``docs/qa.md``.

To have it installed costs other runs of pytest nothing: Qt is loaded when a name is asked for.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vrp.ui import names
    from vrp.ui.actions import ActionId

__all__ = ["ActionId", "names"]


def __getattr__(name: str) -> object:
    if name == "names":
        from vrp.ui import names

        return names
    if name == "ActionId":
        from vrp.ui.actions import ActionId

        return ActionId
    raise AttributeError(name)
