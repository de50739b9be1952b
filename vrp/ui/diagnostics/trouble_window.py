"""The window of a start that failed: what happened, what can be done, and the diagnostics page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget

from vrp.ui import fault_texts, messages, names, texts
from vrp.ui.diagnostics import bundle_flow, remedies
from vrp.ui.diagnostics.lag import LagMonitor
from vrp.ui.diagnostics.page import DiagnosticsPage
from vrp.ui.icons import application_icon
from vrp.ui.message_bar import MessageBar
from vrp.ui.theme import GRID, LARGE, tabular
from vrp.ui.wishes import RestoreWish

if TYPE_CHECKING:
    from vrp.backend.domain.snapshots import Snapshot
    from vrp.backend.errors import VrpError
    from vrp.backend.services.diagnostics import DiagnosticsService


class Parts(remedies.Parts, bundle_flow.Parts, Protocol):
    """What there is without a library that is open."""

    @property
    def diagnostics(self) -> DiagnosticsService: ...


SIZE: Final = (110 * GRID, 84 * GRID)


class TroubleWindow(QMainWindow):
    """``decided`` comes once: `again` says then whether to try again, and `wish` what is to be restored before."""

    decided = Signal()

    def __init__(self, fault: VrpError, parts: Parts) -> None:
        super().__init__()
        self.again = False
        self.wish: RestoreWish | None = None
        self._parts = parts
        self.setObjectName(names.TROUBLE)
        self.setWindowIcon(application_icon())
        self.setWindowTitle("Voice Recorder Pro")
        self.resize(*SIZE)
        self.bar = MessageBar(self)
        lag = LagMonitor(self)
        lag.start()
        self._remedies = remedies.Remedies(parts, self.bar, self)
        self._bundle = bundle_flow.BundleFlow(parts, self.bar, self)
        self.page = DiagnosticsPage(parts.diagnostics, parts.runner, lag, self)
        self.page.back_button.hide()
        self._make_text(fault)
        self.again_button = self._button(names.TROUBLE_AGAIN, self.tr("Try Again"), primary=True)
        self.again_button.clicked.connect(self._on_again)
        self.restore_button = self._button(names.TROUBLE_RESTORE, self.tr("Restore From Backup…"))
        self.restore_button.clicked.connect(self._on_restore)
        self.quit_button = self._button(names.TROUBLE_QUIT, self.tr("Quit"))
        self.quit_button.clicked.connect(self.close)
        self._lay_out()
        self._connect_page()
        self.again_button.setFocus()

    def _make_text(self, fault: VrpError) -> None:
        self.head = QLabel(fault_texts.summary(fault), self)
        self.head.setFont(tabular(self.font(), LARGE))
        self.text = QLabel("\n".join([*map(texts.translated, fault.sentences[1:]), fault.code]), self)
        self.text.setObjectName(names.TROUBLE_TEXT)
        for label in (self.head, self.text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def _button(self, name: str, label: str, *, primary: bool = False) -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName(name)
        button.setAccessibleName(label.rstrip("…"))
        button.setProperty("primary", primary)
        return button

    def _lay_out(self) -> None:
        body, buttons = QWidget(self), QHBoxLayout()
        for button in (self.again_button, self.restore_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.quit_button)
        top = QVBoxLayout()
        top.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 0)
        top.setSpacing(GRID)
        top.addWidget(self.head)
        top.addWidget(self.text)
        top.addSpacing(GRID)
        top.addLayout(buttons)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        column.addLayout(top)
        column.addWidget(self.page, 1)
        self.setCentralWidget(body)

    def _connect_page(self) -> None:
        self.page.action_chosen.connect(lambda action, _row: self._remedies.run(action))
        self.page.bundle_wanted.connect(self._bundle.run)
        self._remedies.done.connect(self.page.refresh)
        self.bar.details_wanted.connect(lambda text: self._parts.dialogs.show_details(self, text))

    def _on_again(self) -> None:
        self.again = True
        self.close()

    def _on_restore(self) -> None:
        store = self._parts.store()
        job = self._parts.runner.submit(self.tr("Reading the backups"), lambda _progress: store.snapshots()[0])
        job.succeeded.connect(self._choose_snapshot)
        job.failed.connect(lambda error: self.bar.post(messages.from_error("restore", error)))

    def _choose_snapshot(self, snapshots: list[Snapshot]) -> None:
        from vrp.ui.keeping.restore_dialogs import RestoreDialog

        dialog = RestoreDialog(list(reversed(snapshots)), can_undo=False, parent=self)
        for name in (names.RESTORE_INTO, names.RESTORE_SOME):  # they need a library that is open
            for button in dialog.findChildren(QPushButton, name):
                button.hide()
        dialog.whole.connect(self._on_snapshot)
        self._parts.dialogs.show(dialog)

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        self.wish = RestoreWish(self._parts.store().root, snapshot.name)
        self._on_again()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.decided.emit()
