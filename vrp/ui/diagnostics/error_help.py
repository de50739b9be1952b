"""What can be done about a code: the sentences of the error that has it, as the manual lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from vrp.backend.errors import VrpError
from vrp.ui import fault_texts


def tr(text: str) -> str:
    return QCoreApplication.translate("ErrorHelp", text)


def help_for(code: str) -> str:
    """What happened, what is safe and what to do, a line each; empty for what is no code of ours."""
    kind = next((one for one in _every_error(VrpError) if one.code == code), None)
    if kind is None:
        return tr("The health check found it: Tools > Check Health says what to do.") if code[:5] == "VRP-2" else ""
    return "\n".join(fault_texts.account(*(_sentence(words) for words in (kind.what, kind.safe, kind.action))))


def _every_error(kind: type[VrpError]) -> Iterator[type[VrpError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _every_error(child)


def _sentence(words: str) -> str:
    """Translated, with dots in place of what one error would have told."""
    return re.sub(r"\{\w+\}", "…", QCoreApplication.translate("Backend", words))
