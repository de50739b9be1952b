"""The object name of every widget that a test or a script looks for."""

from __future__ import annotations

from typing import Final

WINDOW: Final = "mainWindow"

RECORD_BAR: Final = "recordBar"
RECORD_BUTTON: Final = "recordButton"
PAUSE_BUTTON: Final = "pauseButton"
LEVEL_METER: Final = "levelMeter"
LEVEL_PEAK: Final = "levelPeak"
LIVE_WAVEFORM: Final = "liveWaveform"
CLOCK: Final = "recordClock"
DEVICE_BOX: Final = "deviceBox"
PRESET_BOX: Final = "presetBox"
ROOM_LEFT: Final = "roomLeft"

MESSAGE_BAR: Final = "messageBar"
MESSAGE_TEXT: Final = "messageText"
MESSAGE_CLOSE: Final = "messageClose"
MESSAGE_ACTION: Final = "messageAction"  # followed by the action's number

SIDEBAR: Final = "sidebar"
LIBRARY_PANE: Final = "libraryPane"
LIBRARY_TABLE: Final = "libraryTable"
LIBRARY_EMPTY: Final = "libraryEmpty"
EMPTY_TITLE: Final = "emptyTitle"
EMPTY_BUTTON: Final = "emptyButton"
SEARCH_FIELD: Final = "searchField"
TITLE_EDITOR: Final = "titleEditor"

PLAYER_BAR: Final = "playerBar"
PLAY_BUTTON: Final = "playButton"
BACK_BUTTON: Final = "backButton"
FORWARD_BUTTON: Final = "forwardButton"
WAVEFORM: Final = "waveform"
PLAYER_TITLE: Final = "playerTitle"
PLAYER_TIME: Final = "playerTime"
SPEED_BOX: Final = "speedBox"
MUTE_BUTTON: Final = "muteButton"
VOLUME_SLIDER: Final = "volumeSlider"

STATUS_TEXT: Final = "statusText"
TASK_CHIP: Final = "taskChip"
TASK_CHIP_BAR: Final = "taskChipBar"
TASK_CHIP_CANCEL: Final = "taskChipCancel"
TASK_PANEL: Final = "taskPanel"

RESTORE_DIALOG: Final = "restoreDialog"
RESTORE_WHOLE: Final = "restoreWhole"
RESTORE_INTO: Final = "restoreInto"
RESTORE_SOME: Final = "restoreSome"
MISSING_DIALOG: Final = "missingDialog"
BRING_BACK: Final = "bringBack"

SHORTCUT_SHEET: Final = "shortcutSheet"
SHORTCUT_SEARCH: Final = "shortcutSearch"

SETTINGS: Final = "settings"
SETTINGS_SEARCH: Final = "settingsSearch"
SETTINGS_CATEGORIES: Final = "settingsCategories"
SETTINGS_ROW: Final = "settingsRow"  # followed by a dot and the setting's key, as are those below
SETTINGS_CONTROL: Final = "settingsControl"
SETTINGS_RESET: Final = "settingsReset"
SETTINGS_RESET_SECTION: Final = "settingsResetSection"  # followed by a dot and the category
SETTINGS_NOTICE: Final = "settingsNotice"
KEYBOARD_TABLE: Final = "keyboardTable"
KEYBOARD_SEARCH: Final = "keyboardSearch"
KEYBOARD_FIELD: Final = "keyboardField"
KEYBOARD_CHANGE: Final = "keyboardChange"
KEYBOARD_TAKE: Final = "keyboardTake"
KEYBOARD_CLEAR: Final = "keyboardClear"
KEYBOARD_RESET: Final = "keyboardReset"
KEYBOARD_RESET_ALL: Final = "keyboardResetAll"

LOG_PANEL: Final = "logPanel"
LOG_TABLE: Final = "logTable"
LOG_DETAIL: Final = "logDetail"
LOG_LEVEL: Final = "logLevel"
LOG_TEXT: Final = "logText"
LOG_JOB: Final = "logJob"
LOG_RECORDING: Final = "logRecording"
LOG_PAUSE: Final = "logPause"
LOG_COPY: Final = "logCopy"
LOG_CLEAR: Final = "logClear"
LOG_FOLDER: Final = "logFolder"
LOG_RAISE: Final = "logRaise"
LOG_COUNT: Final = "logCount"

DIAGNOSTICS: Final = "diagnostics"
DIAGNOSTICS_BACK: Final = "diagnosticsBack"
DIAGNOSTICS_SEARCH: Final = "diagnosticsSearch"
DIAGNOSTICS_SECTIONS: Final = "diagnosticsSections"
DIAGNOSTICS_ROWS: Final = "diagnosticsRows"
DIAGNOSTICS_REFRESH: Final = "diagnosticsRefresh"
DIAGNOSTICS_COPY: Final = "diagnosticsCopy"
DIAGNOSTICS_LINE: Final = "diagnosticsLine"
DIAGNOSTICS_BUNDLE: Final = "diagnosticsBundle"
DIAGNOSTICS_ACTION: Final = "diagnosticsAction"  # followed by the action's name

BUNDLE_DIALOG: Final = "bundleDialog"
BUNDLE_TREE: Final = "bundleTree"
BUNDLE_SAVE: Final = "bundleSave"

MICROPHONE_TEST: Final = "microphoneTest"
MICROPHONE_TEST_START: Final = "microphoneTestStart"
MICROPHONE_TEST_PLAY: Final = "microphoneTestPlay"

TROUBLE: Final = "trouble"
TROUBLE_TEXT: Final = "troubleText"
REPAIRS_BADGE: Final = "repairsBadge"
