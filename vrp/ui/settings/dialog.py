"""The settings that are not in the window itself. Each takes effect at once; there is nothing to confirm."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vrp.ui import messages, names
from vrp.ui.theme import GRID, Scheme, Theme

if TYPE_CHECKING:
    from vrp.backend.errors import VrpError
    from vrp.ui.message_bar import MessageBar
    from vrp.ui.services import Services


_LIMITS: Final = (100, 500, 1024, 2048, 5120)  # MiB


class SettingsDialog(QDialog):
    """A value that the environment gives is shown and locked: what is written to the file would not count."""

    def __init__(self, services: Services, theme: Theme, bar: MessageBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._bar = bar
        self._theme = theme
        self.setObjectName(names.SETTINGS)
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumWidth(56 * GRID)
        settings = services.settings.load()
        form = QFormLayout()
        form.setHorizontalSpacing(2 * GRID)
        form.setVerticalSpacing(GRID + GRID // 2)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self.tr("&Appearance"), self._scheme_box())
        form.addRow(self.tr("&Loudspeaker"), self._output_box(settings.playback.device))
        form.addRow(self.tr("Largest &import"), self._limit_box(settings.imports.max_file_mb))
        form.addRow(self.tr("&Backups"), self._backup_row())
        form.addRow(self.tr("Library"), self._path(str(services.paths.root)))
        form.addRow(self.tr("Settings file"), self._path(str(services.settings.path)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(3 * GRID)
        layout.addLayout(form)
        layout.addWidget(buttons)

    def _scheme_box(self) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(names.SETTINGS_SCHEME)
        for scheme, label in (
            (Scheme.SYSTEM, self.tr("Like the system")),
            (Scheme.LIGHT, self.tr("Light")),
            (Scheme.DARK, self.tr("Dark")),
        ):
            box.addItem(label, scheme.value)
        box.setCurrentIndex(box.findData(self._theme.scheme.value))
        box.activated.connect(lambda index: self._theme.choose(Scheme(str(box.itemData(index)))))
        return box

    def _output_box(self, chosen: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(names.SETTINGS_OUTPUT)
        box.addItem(self.tr("Like the system"), "")
        for device in self._services.player.outputs:
            box.addItem(device.name, device.id)
        if chosen and box.findData(chosen) < 0:
            box.addItem(chosen, chosen)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.activated.connect(lambda index: self._choose_output(str(box.itemData(index))))
        self._lock_if_given(box, "playback.device")
        return box

    def _limit_box(self, megabytes: int) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(names.SETTINGS_LIMIT)
        for value in sorted({*_LIMITS, megabytes}):
            size = QLocale().formattedDataSize(value * 1024**2, 0)
            box.addItem(self.tr("{size} a file").format(size=size), value)
        box.setCurrentIndex(box.findData(megabytes))
        box.setToolTip(self.tr("Holds from the next start of the program"))
        box.activated.connect(lambda index: self._save("imports.max_file_mb", box.itemData(index)))
        self._lock_if_given(box, "imports.max_file_mb")
        return box

    def _backup_row(self) -> QWidget:
        row = QWidget(self)
        self._backup_folder = self._path(str(self._services.store().root))
        change = QPushButton(self.tr("Change…"), row)
        change.setObjectName(names.SETTINGS_BACKUP)
        change.setAccessibleName(self.tr("Change the backup folder"))
        change.setAutoDefault(False)
        change.clicked.connect(self._choose_backup_folder)
        change.setEnabled(self._services.backup is not None)
        self._lock_if_given(change, "backup.folder")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._backup_folder, 1)
        layout.addWidget(change)
        return row

    def _choose_backup_folder(self) -> None:
        folder = self._services.dialogs.choose_folder(self, self.tr("Backup Folder"))
        if folder is not None and self._services.backup is not None:
            self._services.backup.folder = folder
            self._backup_folder.setText(str(folder))
            self._save("backup.folder", str(folder))

    def _path(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("muted", True)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _lock_if_given(self, box: QWidget, key: str) -> None:
        variable = f"VRP_{key.replace('.', '__').upper()}"
        if variable in os.environ:
            box.setEnabled(False)
            box.setToolTip(self.tr("Set by {variable} in the environment").format(variable=variable))

    def _choose_output(self, device: str) -> None:
        self._services.player.set_output(device)
        self._save("playback.device", device)

    def _save(self, key: str, value: object) -> None:
        store = self._services.settings
        job = self._services.runner.submit(self.tr("Saving settings"), lambda _progress: store.set(key, value))
        job.failed.connect(self._on_failed)

    def _on_failed(self, error: VrpError) -> None:
        self._bar.post(messages.from_error("settings", error))
