"""The reports of crashes: seen from the page, read, deleted."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QListWidget, QPlainTextEdit

from vrp.backend import crashes
from vrp.backend.domain.diagnostics import Action
from vrp.testing import names
from vrp.testing.app import App
from vrp.ui.diagnostics import crash_notice
from vrp.ui.diagnostics.crash_dialog import CrashDialog

OpenApp = Callable[..., App]
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def crash(app: App, number: int) -> None:
    """What two crashes leave behind, by the watch itself."""
    logs = app.backend.paths.logs
    ended = NOON + timedelta(hours=number)
    marker = {"pid": 1, "boot_id": "x", "started": ended.isoformat(), "version": "0.1", "safe": False}
    (logs / crashes.MARKER).write_text(json.dumps(marker))
    (logs / crashes.FAULTS).write_text(f"Fatal Python error: number {number}\n")
    watch = crashes.CrashWatch(logs, clock=lambda: ended)
    watch.begin()
    watch.end()


def dialog_of(app: App) -> CrashDialog:
    app.wait_for(lambda: bool(app.dialogs.shown))
    dialog = app.dialogs.shown[-1]
    assert isinstance(dialog, CrashDialog)
    return dialog


def test_reports_are_read_and_deleted_from_the_page(vrp_app: OpenApp) -> None:
    app = vrp_app()
    for number in (1, 2):
        crash(app, number)
    app.window.diagnostics.show()
    app.wait_for_jobs()
    app.window.diagnostics.show("Crashes")
    app.click(names.DIAGNOSTICS_ACTION + Action.VIEW_REPORTS)
    dialog = dialog_of(app)
    assert dialog.list.count() == 2
    assert "number 2" in dialog.text.toPlainText()

    dialog.delete.click()

    assert "number 1" in dialog.text.toPlainText()
    app.wait_for(lambda: len(crashes.reports(app.backend.paths.logs)) == 1)
    dialog.delete.click()
    assert not dialog.delete.isEnabled()
    assert dialog.text.toPlainText() == ""


def test_the_notice_after_a_crash_leads_to_its_report(vrp_app: OpenApp) -> None:
    app = vrp_app()
    crash(app, 3)
    (report,) = crashes.reports(app.backend.paths.logs)
    crash_notice.tell(app.window, report, loops=False, safe=False)
    app.wait_for(lambda: "did not end in order" in app.message)

    app.click(f"{names.MESSAGE_ACTION}0")

    assert "number 3" in dialog_of(app).findChildren(QPlainTextEdit)[0].toPlainText()
    assert dialog_of(app).findChildren(QListWidget)[0].count() == 1
