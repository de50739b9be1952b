"""A support bundle from the window: gathered in the background, looked at, saved to a file. Nothing is sent."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from vrp.ui import messages, texts
from vrp.ui.diagnostics.bundle_dialog import BundleDialog
from vrp.ui.message_bar import Message, MessageAction, MessageBar, Severity

if TYPE_CHECKING:
    from vrp.backend.domain.progress import Progress
    from vrp.backend.errors import VrpError
    from vrp.backend.jobs.runner import JobRunner
    from vrp.backend.services.bundle_parts import Draft, Part
    from vrp.backend.services.support_bundle import BundleReport, SupportBundle
    from vrp.ui.dialogs import Dialogs


class Parts(Protocol):
    """What it works with: the window's `Services`, or less where no library is open."""

    @property
    def runner(self) -> JobRunner: ...
    @property
    def dialogs(self) -> Dialogs: ...
    def support_bundle(self) -> SupportBundle: ...


class BundleFlow(QObject):
    """What was refused can be looked at again, to leave a part out."""

    def __init__(self, services: Parts, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._bar = bar
        self._window = window

    def run(self) -> None:
        """Gather, then show."""
        services = self._services

        def collect(progress: Progress) -> Draft:
            return services.support_bundle().collect(progress)

        job = services.runner.submit(self.tr("Gathering the support bundle"), collect, visible=True, again=self.run)
        job.succeeded.connect(self._show)
        job.failed.connect(lambda error: self._bar.post(messages.from_error("bundle", error)))

    def _show(self, draft: Draft) -> None:
        dialog = BundleDialog(draft, self._window)
        dialog.wanted.connect(partial(self._save, draft))
        self._services.dialogs.show(dialog)

    def _save(self, draft: Draft, without: tuple[Part, ...]) -> None:
        name = f"vrp-support-{draft.made_at.astimezone():%Y-%m-%d-%H%M}.zip"
        path = self._services.dialogs.save_file(
            self._window, self.tr("Save Support Bundle"), name, [self.tr("Support bundle (*.zip)")]
        )
        if path is None:
            return
        services = self._services

        def write(_progress: Progress) -> BundleReport:
            return services.support_bundle().write(draft, path, without=without, replace_file=True)

        job = services.runner.submit(
            self.tr("Saving the support bundle"), write, visible=True, again=partial(self._save, draft, without)
        )
        job.succeeded.connect(self._on_saved)
        job.failed.connect(partial(self._on_refused, draft))

    def _on_saved(self, report: BundleReport) -> None:
        text = self.tr("Saved: {name}, {size}. Nothing was sent; attach it to your mail.").format(
            name=report.path.name, size=texts.size(report.size)
        )
        show = MessageAction(self.tr("Show in Folder"), partial(_open_folder, report.path.parent))
        self._bar.post(Message("bundle", Severity.SUCCESS, text, (show,)))

    def _on_refused(self, draft: Draft, error: VrpError) -> None:
        again = MessageAction(self.tr("Choose Parts"), partial(self._show, draft))
        self._bar.post(messages.from_error("bundle", error, again))


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
