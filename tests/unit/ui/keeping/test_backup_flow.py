from __future__ import annotations

import shutil
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.support.isolation import LogWatch
from tests.unit.ui.conftest import Desk, OpenDesk
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import schema
from vrp.ui import names
from vrp.ui.actions import ActionId
from vrp.ui.frame import from_outside
from vrp.ui.keeping.restore_dialogs import RecordingsDialog, RestoreDialog
from vrp.ui.settings.controls import FolderField
from vrp.ui.settings.window import SettingsWindow
from vrp.ui.wishes import RestoreWish, Told

T = TypeVar("T", bound=QDialog)


def trigger(desk: Desk, action: ActionId) -> None:
    desk.window.actions_[action].trigger()


def told(desk: Desk) -> str:
    return desk.window.messages.text.text()


def backed_up(desk: Desk, qtbot: QtBot) -> Desk:
    trigger(desk, ActionId.BACK_UP)
    qtbot.waitUntil(lambda: "Proven restorable" in told(desk), timeout=20_000)
    return desk


def dialog_of(desk: Desk, qtbot: QtBot, kind: type[T]) -> T:
    qtbot.waitUntil(lambda: any(isinstance(one, kind) for one in desk.dialogs.shown), timeout=20_000)
    return next(one for one in reversed(desk.dialogs.shown) if isinstance(one, kind))


def press(dialog: QDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    button.click()


def test_back_up_now_says_that_it_is_proven_and_where_it_should_lie(desk: OpenDesk, qtbot: QtBot) -> None:
    room = backed_up(desk(["Interview", "Lecture"]), qtbot)
    assert "2 recordings" in told(room)
    assert "another disk is better" in told(room)


def test_the_status_bar_says_what_the_last_proven_backup_is(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["Interview", "Lecture"])
    label = room.window.findChild(QLabel, names.BACKUP_PROOF)
    assert label is not None
    qtbot.waitUntil(lambda: label.text() == "No proven backup")
    backed_up(room, qtbot)
    qtbot.waitUntil(lambda: label.text().startswith("Proven restorable: today "))
    assert label.text().endswith(", 2 recordings")


def test_many_that_expired_are_backed_up_before_they_go(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk([f"Recording {number}" for number in range(12)])
    deleting = threading.Thread(target=lambda: room.library.library.delete(list(range(1, 12))))
    deleting.start()
    deleting.join()
    room.window.services.library._clock = lambda: datetime.now(UTC) + timedelta(days=31)  # noqa: SLF001  # weeks later
    with qtbot.waitSignal(room.window.backups.tidied, timeout=20_000):
        room.window.backups._purge_expired()  # noqa: SLF001  # twenty seconds after the start
    assert [one.facts.reason for one in room.window.services.backup.snapshots()] == ["purge"]


def test_a_backup_that_fails_says_what_is_safe_and_can_be_tried_again(
    desk: OpenDesk, qtbot: QtBot, tmp_path: Path, logged: LogWatch
) -> None:
    room = desk(["Interview"])
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "photo.jpg").write_bytes(b"jpg")
    trigger(room, ActionId.BACK_UP)
    qtbot.waitUntil(lambda: "not a backup folder" in told(room))
    logged.expect("VRP-1705")
    (tmp_path / "backups" / "photo.jpg").unlink()
    room.task_button(names.TASK_RETRY).click()
    qtbot.waitUntil(lambda: "Proven restorable" in told(room), timeout=20_000)


def test_a_purged_recording_is_brought_back_from_the_menu(desk: OpenDesk, qtbot: QtBot) -> None:
    room = backed_up(desk(["Interview", "Lecture", "Last words"]), qtbot)
    purging = threading.Thread(target=lambda: room.library.library.purge([2]))
    purging.start()
    purging.join()
    room.window.model.refresh()
    qtbot.waitUntil(lambda: room.window.model.rowCount() == 2)
    trigger(room, ActionId.RESTORE_BACKUP)
    dialog = dialog_of(room, qtbot, RestoreDialog)
    assert dialog.table.rowCount() == 1
    press(dialog, names.RESTORE_SOME)
    missing = dialog_of(room, qtbot, RecordingsDialog)
    assert missing.table.rowCount() == 1
    press(missing, names.BRING_BACK)
    qtbot.waitUntil(lambda: room.window.model.rowCount() == 3)
    assert "1 recording restored" in told(room)
    assert room.library.library.get(2).title == "Lecture"


def test_a_whole_restore_backs_up_and_then_closes_the_window_for_it(desk: OpenDesk, qtbot: QtBot) -> None:
    room = backed_up(desk(["Interview"]), qtbot)
    trigger(room, ActionId.RESTORE_BACKUP)
    dialog = dialog_of(room, qtbot, RestoreDialog)
    with qtbot.waitSignal(room.window.closed, timeout=20_000):
        press(dialog, names.RESTORE_WHOLE)
    assert room.dialogs.asked == ["Restore the whole library?"]
    wish = room.window.wish
    assert isinstance(wish, RestoreWish)
    assert wish.snapshot
    assert [one.facts.reason for one in room.window.services.backup.snapshots()] == ["manual", "restore"]


def test_a_restore_whose_backup_failed_is_asked_about_again_when_it_is_tried_again(
    desk: OpenDesk, qtbot: QtBot, tmp_path: Path, logged: LogWatch
) -> None:
    room = backed_up(desk(["Interview"]), qtbot)
    trigger(room, ActionId.RESTORE_BACKUP)
    dialog = dialog_of(room, qtbot, RestoreDialog)
    (tmp_path / "backups").rename(tmp_path / "unplugged")
    press(dialog, names.RESTORE_WHOLE)
    qtbot.waitUntil(lambda: "is not there" in told(room))
    logged.expect("VRP-1701")
    (tmp_path / "unplugged").rename(tmp_path / "backups")
    room.dialogs.answer = False
    room.task_button(names.TASK_RETRY).click()
    assert room.window.isVisible()
    room.dialogs.answer = True
    with qtbot.waitSignal(room.window.closed, timeout=20_000):
        room.task_button(names.TASK_RETRY).click()
    assert room.dialogs.asked == ["Restore the whole library?"] * 3


def test_who_says_no_to_a_restore_keeps_the_window(desk: OpenDesk, qtbot: QtBot) -> None:
    room = backed_up(desk(["Interview"]), qtbot)
    room.dialogs.answer = False
    trigger(room, ActionId.RESTORE_BACKUP)
    press(dialog_of(room, qtbot, RestoreDialog), names.RESTORE_WHOLE)
    assert room.window.wish is None
    assert room.window.isVisible()


def test_a_restore_into_a_new_folder_makes_a_library_of_its_own(desk: OpenDesk, qtbot: QtBot, tmp_path: Path) -> None:
    room = backed_up(desk(["Interview"]), qtbot)
    room.dialogs.folder = tmp_path / "new"
    trigger(room, ActionId.RESTORE_BACKUP)
    press(dialog_of(room, qtbot, RestoreDialog), names.RESTORE_INTO)
    qtbot.waitUntil(lambda: "1 recording restored into" in told(room), timeout=20_000)
    assert schema.current_database(LibraryPaths(tmp_path / "new")).is_file()


def test_without_a_backup_the_dialog_says_how_to_make_one(desk: OpenDesk, qtbot: QtBot, tmp_path: Path) -> None:
    room = backed_up(desk(["Interview"]), qtbot)
    for path in (tmp_path / "backups" / "snapshots").iterdir():
        path.unlink()
    trigger(room, ActionId.RESTORE_BACKUP)
    dialog = dialog_of(room, qtbot, RestoreDialog)
    button = dialog.findChild(QPushButton, names.RESTORE_WHOLE)
    assert button is not None
    assert not button.isEnabled()


def test_a_damaged_file_is_repaired_from_the_menu(desk: OpenDesk, qtbot: QtBot, logged: LogWatch) -> None:
    room = backed_up(desk(["Interview", "Lecture"]), qtbot)
    row = room.library.library.page(LibraryQuery()).rows[0]
    path = room.library.library.audio_path(row)
    whole = path.read_bytes()
    path.write_bytes(b"noise"[: len(whole)])
    trigger(room, ActionId.SCRUB)
    qtbot.waitUntil(lambda: "Good copies from the backup took their place" in told(room))
    assert path.read_bytes() == whole
    path.write_bytes(b"noise"[: len(whole)])
    shutil.rmtree(room.window.services.store().root)
    trigger(room, ActionId.SCRUB)
    qtbot.waitUntil(lambda: "no good copy was found" in told(room))


def test_what_a_restore_did_is_told_with_a_way_back(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk(["Interview"])
    from_outside.tell(room.window, Told("The library was restored: 3 recordings.", undo=RestoreWish(Path("backups"))))
    assert "3 recordings" in told(room)
    button = room.window.messages.findChild(QPushButton, f"{names.MESSAGE_ACTION}0")
    assert button is not None
    qtbot.waitUntil(button.isVisible)
    with qtbot.waitSignal(room.window.closed):
        button.click()
    assert room.window.wish == RestoreWish(Path("backups"))


def test_the_backup_folder_is_chosen_in_the_settings_and_kept(desk: OpenDesk, qtbot: QtBot, tmp_path: Path) -> None:
    room = desk(["Interview"])
    room.dialogs.folder = tmp_path / "other disk"
    trigger(room, ActionId.SETTINGS)
    folder = dialog_of(room, qtbot, SettingsWindow).findChild(FolderField, f"{names.SETTINGS_CONTROL}.backup.folder")
    assert folder is not None
    folder.button.click()
    store = room.window.services.settings
    qtbot.waitUntil(lambda: store.load().backup.folder == str(tmp_path / "other disk"))
    qtbot.waitUntil(lambda: not room.window.live.is_busy)
    backed_up(room, qtbot)
    assert (tmp_path / "other disk" / "store.json").is_file()


def test_more_than_ten_are_backed_up_before_they_are_purged(desk: OpenDesk, qtbot: QtBot) -> None:
    room = desk([f"Take {number}" for number in range(12)])
    trigger(room, ActionId.SELECT_ALL)
    trigger(room, ActionId.PURGE)
    qtbot.waitUntil(lambda: "deleted permanently" in told(room), timeout=20_000)
    backup = room.window.services.backup
    (snapshot,) = backup.snapshots()
    assert (snapshot.facts.reason, snapshot.facts.recordings) == ("purge", 12)
