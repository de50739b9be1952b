"""Help > Save Support Bundle, in the real window."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.support.isolation import LogWatch
from vrp.backend.domain.diagnostics import Row, SectionId
from vrp.backend.services.bundle_parts import Part
from vrp.testing import ActionId
from vrp.testing.app import App
from vrp.ui.diagnostics.bundle_dialog import BundleDialog

OpenApp = Callable[..., App]


@pytest.fixture
def app(vrp_app: OpenApp) -> App:
    return vrp_app(titles=["Confession of Ottoline", "Harbour"])


def preview(app: App) -> BundleDialog:
    app.do(ActionId.SUPPORT_BUNDLE)
    app.wait_for(lambda: bool(app.dialogs.shown))
    dialog = app.dialogs.shown[-1]
    assert isinstance(dialog, BundleDialog)
    return dialog


def leave_out(dialog: BundleDialog, part: Part) -> None:
    for place in range(dialog.tree.topLevelItemCount()):
        item = dialog.tree.topLevelItem(place)
        if item is not None and item.data(0, Qt.ItemDataRole.UserRole).part is part:
            item.setCheckState(0, Qt.CheckState.Unchecked)


def test_what_is_checked_is_saved_and_can_be_shown(app: App, tmp_path: Path) -> None:
    app.dialogs.target = tmp_path / "bundle.zip"
    dialog = preview(app)
    leave_out(dialog, Part.LOGS)

    dialog.save.click()
    app.wait_for(lambda: app.message.startswith("Saved: bundle.zip"))

    with zipfile.ZipFile(tmp_path / "bundle.zip") as archive:
        manifest = json.loads(archive.read("manifest.json"))
        everything = b"".join(map(archive.read, archive.namelist()))
    assert manifest["left_out"] == ["logs"]
    assert "report.txt" in manifest["files"]
    assert b"Ottoline" not in everything


def test_each_file_can_be_read_before_it_is_saved(app: App) -> None:
    dialog = preview(app)
    report = dialog.tree.topLevelItem(0)
    assert report is not None
    file = report.child(0)
    assert file is not None

    dialog.tree.setCurrentItem(file)

    assert dialog.preview.toPlainText().startswith("vrp ")
    assert "Recordings: 2" in dialog.preview.toPlainText()


def test_a_bundle_that_would_tell_something_is_refused_with_the_name_of_its_part(
    app: App, tmp_path: Path, logged: LogWatch
) -> None:
    app.dialogs.target = tmp_path / "bundle.zip"
    diagnostics = app.window.services.diagnostics()
    diagnostics.add(SectionId.LIBRARY, "Mistake", lambda: (Row("Mistake", "Confession of Ottoline"),))
    dialog = preview(app)

    dialog.save.click()
    app.wait_for(lambda: "report." in app.message)

    assert not (tmp_path / "bundle.zip").exists()
    logged.expect("VRP-1754")

    app.window.messages.findChildren(type(dialog.save))[0].click()  # “Choose Parts”
    again = app.dialogs.shown[-1]
    assert isinstance(again, BundleDialog)
    leave_out(again, Part.REPORT)
    again.save.click()
    app.wait_for(lambda: app.message.startswith("Saved"))
