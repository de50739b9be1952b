"""The style sheet of the whole window, written from a table of colours."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING, Final

from vrp.backend.paths import resource

if TYPE_CHECKING:
    from vrp.ui.theme import Colours

_SHEET: Final = Template("""
QMainWindow, QDialog { background: $window; }
QMenuBar { background: $window; padding: 2px 4px; border: none; }
QMenuBar::item { padding: 5px 9px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $base; border: $border solid $line; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 10px; border-radius: 6px; }
QMenu::item:selected { background: $selection; color: $selected_text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 6px 4px; }
QMenu::icon { padding-left: 8px; }
QToolTip { background: $base; color: $text; border: $border solid $line; padding: 4px 6px; }

#recordBar, #playerBar { background: $base; }
#recordBar { border-bottom: $border solid $line; }
#playerBar { border-top: $border solid $line; }
QStatusBar { background: $window; border-top: $border solid $line; color: $muted; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; }
QLabel[muted="true"] { color: $muted; }
QLabel[heading="true"] { font-weight: 600; }

QPushButton, QToolButton { border: $border solid $line; border-radius: ${grid}px; padding: 6px 14px;
                           background: $button; color: $text; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $selection; }
QPushButton:focus, QToolButton:focus { border: $focus solid $accent; padding: 5px 13px; }
QPushButton:disabled, QToolButton:disabled { color: $muted; background: $window; }
QPushButton:default, QPushButton[primary="true"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[primary="true"]:hover, QPushButton:default:hover { background: $accent; }
QPushButton[primary="true"]:disabled, QPushButton:default:disabled { background: $track; border-color: $track;
                                                                     color: $muted; }
QPushButton[primary="true"]:focus, QPushButton:default:focus { background: $base; color: $accent;
                                                               border: $focus solid $accent; padding: 5px 13px; }
QToolButton[flat="true"], QPushButton[flat="true"] { border: $focus solid transparent; background: transparent;
                                                     padding: 4px; }
QToolButton[flat="true"]:hover, QPushButton[flat="true"]:hover { background: $hover; }
QToolButton[flat="true"]:pressed { background: $selection; }
QToolButton[flat="true"]:focus, QPushButton[flat="true"]:focus { border: $focus solid $accent; }
QToolButton::menu-indicator { image: none; }
QPushButton::menu-indicator { image: url("$arrow"); width: 12px; height: 12px; subcontrol-position: center right;
                              right: 6px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }

QPushButton:checked, QToolButton:checked { background: $selection; color: $selected_text; }

#recordButton { border: $border solid $record; border-radius: 20px; padding: 0 16px; background: $button;
                font-weight: 600; }
#recordButton:hover { background: $hover; }
#recordButton:focus { border: $focus solid $record; padding: 0 15px; }
#recordButton[running="true"] { background: $record; color: $on_record; }
#recordButton[running="true"]:focus { border: $focus solid $text; }
#recordButton:disabled { color: $muted; border-color: $line; background: $window; }
#recordClock { color: $muted; }
#recordClock[state="recording"] { color: $record; }
#recordClock[state="paused"] { color: $text; }
#playButton { background: $accent; border: $focus solid $accent; border-radius: 20px; padding: 0; }
#playButton:focus { background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
    stop: 0 $accent, stop: 0.72 $accent, stop: 0.75 $on_accent, stop: 0.85 $on_accent,
    stop: 0.88 $accent, stop: 1 $accent); }
#playButton:disabled { background: $track; border-color: $track; }

QLineEdit { background: $base; border: $border solid $edge; border-radius: ${grid}px; padding: 6px 8px;
            selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus { border: $focus solid $accent; padding: 5px 7px; }
QLineEdit#titleEditor { border-radius: 4px; padding: 0 4px; }

QRadioButton { padding: 4px; border: $focus solid transparent; border-radius: ${grid}px; }
QRadioButton:focus { border-color: $accent; }
QSpinBox { background: $base; border: $border solid $edge; border-radius: ${grid}px; padding: 6px 10px; color: $text;
           selection-background-color: $accent; selection-color: $on_accent; }
QSpinBox:focus { border: $focus solid $accent; padding: 5px 9px; }
QSpinBox:disabled { color: $muted; background: $window; border-color: $line; }
QSpinBox::up-button, QSpinBox::down-button { width: 22px; border: none; background: transparent; }
QSpinBox::up-arrow { image: url("$arrow_up"); width: 12px; height: 12px; }
QSpinBox::down-arrow { image: url("$arrow"); width: 12px; height: 12px; }
QCheckBox { spacing: ${grid}px; padding: 6px 2px; border: $focus solid transparent; border-radius: ${grid}px; }
QCheckBox:focus { border-color: $accent; }
QCheckBox::indicator, QTreeView::indicator { width: 16px; height: 16px; border: $border solid $muted;
                                            border-radius: 4px; background: $base; }
QCheckBox::indicator:checked, QTreeView::indicator:checked { background: $accent; border-color: $accent;
                                                            image: url("$tick"); }
QCheckBox::indicator:disabled { border-color: $line; background: $window; }

QComboBox { background: $button; border: $border solid $edge; border-radius: ${grid}px; padding: 5px 10px;
            color: $text; }
QComboBox:hover { background: $hover; }
QComboBox:focus { border: $focus solid $accent; padding: 4px 9px; }
QComboBox:disabled { color: $muted; background: $window; border-color: $line; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$arrow"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $base; border: $border solid $line; padding: 4px; outline: none;
                              selection-background-color: $selection; selection-color: $selected_text; }

#sidebar { background: $window; border: none; outline: none; padding: ${grid}px; }
#sidebar::item { height: 34px; padding: 0 ${grid}px; border-radius: ${grid}px; color: $text; }
#sidebar::item:hover { background: $hover; }
#sidebar::item:selected { background: $selection; color: $selected_text; }
#settingsCategories, #manualContents { background: $window; border: $focus solid transparent; outline: none;
                                       border-radius: ${grid}px; padding: 4px; }
#settingsCategories::item, #manualContents::item { height: 34px; padding: 0 ${grid}px; border-radius: ${grid}px;
                                                   color: $text; }
#settingsCategories::item:hover, #manualContents::item:hover { background: $hover; }
#settingsCategories::item:selected, #manualContents::item:selected { background: $selection; color: $selected_text; }
#manualPage { border: $border solid $line; border-radius: ${grid}px; background: $base; }
#settingsCategories:focus, #manualContents:focus { border-color: $accent; }
#settingsNotice { background: $warning; border-radius: ${grid}px; padding: ${grid}px; }
#details { background: $base; border-left: $border solid $line; }
#details QScrollArea, #details QScrollArea > QWidget > QWidget { background: $base; }
#detailsTitle { border-color: transparent; font-weight: 600; }
#detailsTitle:hover { border-color: $edge; }
QPlainTextEdit, QTextEdit { background: $base; border: $border solid $edge; border-radius: ${grid}px; padding: 4px 6px;
                 selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit:focus, QTextEdit:focus { border: $focus solid $accent; padding: 3px 5px; }
#batchFault { color: $clip; }
#libraryPane { background: $base; border-left: $border solid $line; }
#sidebar:focus { border: $focus solid $accent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $accent; }

QListWidget#diagnosticsSections { background: $base; border: none; outline: none; padding: 4px; }
QListWidget#diagnosticsSections::item { padding: 6px 8px; border-radius: 6px; }
QListWidget#diagnosticsSections::item:hover { background: $hover; }
QListWidget#diagnosticsSections::item:selected { background: $selection; color: $selected_text; }
QPlainTextEdit#logDetail, #bundleDialog QPlainTextEdit {
    background: $base; border: $border solid $edge; border-radius: ${grid}px; padding: 4px; }
QPlainTextEdit#logDetail:focus { border: $focus solid $accent; padding: 3px; }
QTreeWidget#bundleTree { background: $base; border: 1px solid $line; border-radius: ${grid}px; padding: 4px; }
QTreeWidget#bundleTree::item { height: 28px; }
QPushButton[small="true"] { padding: 3px 10px; }
QPushButton[small="true"]:focus { padding: 2px 9px; }
QTableView { background: $base; border: $border solid transparent; outline: none; gridline-color: transparent;
             selection-background-color: $selection; selection-color: $selected_text; }
QAbstractItemView:focus { border: $border solid $accent; }
QTableView::item { padding: 0 8px; border: none; }
QHeaderView { background: $base; border: none; }
QHeaderView::section { background: $base; color: $muted; border: none; border-bottom: $border solid $line;
                       padding: 8px 11px; }
QHeaderView::section:hover { color: $text; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 2px 3px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 3px 2px; }
QScrollBar::handle { background: $edge; border-radius: 3px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $edge; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: $accent; }
QSlider::handle:horizontal:focus { background: $base; border: 3px solid $accent; width: 8px; height: 8px;
                                         border-radius: 7px; }
QSlider::sub-page:disabled, QSlider::handle:disabled { background: $line; }
QProgressBar[slim="true"] { border: none; border-radius: 3px; background: $track; max-height: 6px; min-height: 6px; }
QProgressBar[slim="true"]::chunk { border-radius: 3px; background: $accent; }

#messageBar[severity="info"] { background: $info; }
#messageBar[severity="success"] { background: $success; }
#messageBar[severity="warning"] { background: $warning; }
#messageBar[severity="error"] { background: $error; }
#messageBar { border-bottom: $border solid $line; }
#messageBar QPushButton { padding: 4px 12px; }
#messageBar QPushButton:focus { padding: 3px 11px; }
#taskPanel { background: $base; border: $border solid $line; border-radius: ${grid}px; }
""")


def stylesheet(table: Colours, grid: int) -> str:
    """The sheet for one table of colours; a sheet cannot recolour an icon, so its arrows have a grey for both."""
    arrows = {
        "arrow": resource("icons", "arrow-down.svg").as_posix(),
        "tick": resource("icons", f"tick-{'white' if table.on_accent > '#8' else 'black'}.svg").as_posix(),
        "arrow_up": resource("icons", "arrow-up.svg").as_posix(),
    }
    return _SHEET.substitute(table._asdict(), grid=grid, **arrows)
