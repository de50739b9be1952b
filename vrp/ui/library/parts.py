"""The parts of the library in the window, as the flows that join them are given them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vrp.ui.library.details import DetailsPane
    from vrp.ui.library.edits import LibraryEdits
    from vrp.ui.library.model import LibraryModel
    from vrp.ui.library.sidebar import Sidebar
    from vrp.ui.library.view import LibraryPane
    from vrp.ui.message_bar import MessageBar
    from vrp.ui.services import Services


@dataclass(frozen=True, slots=True)
class LibraryParts:
    """``bar`` is where something is told, ``window`` what dialogs stand over and the flows live with."""

    services: Services
    model: LibraryModel
    pane: LibraryPane
    sidebar: Sidebar
    details: DetailsPane
    edits: LibraryEdits
    bar: MessageBar
    window: QWidget
