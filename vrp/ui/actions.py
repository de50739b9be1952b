"""Every command of the window, once: menus, keys, their editor, their sheet and the manual are made from this table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtGui import QAction

from vrp.ui.menu_titles import QT_TRANSLATE_NOOP, Menu, translated


class Scope(StrEnum):
    """Where a key works. A text field always keeps its own keys."""

    WINDOW = "window"
    LIBRARY = "library"  # the table has the focus
    PLAYBACK = "playback"  # the table or the waveform has it


class ActionId(StrEnum):
    IMPORT_FILES = "import_files"
    IMPORT_FOLDER = "import_folder"
    EXPORT = "export"
    SHOW_FILE = "show_file"
    BACK_UP = "back_up"
    RESTORE_BACKUP = "restore_backup"
    CLOSE = "close"
    QUIT = "quit"
    UNDO = "undo"
    REDO = "redo"
    RENAME = "rename"
    DELETE = "delete"
    RESTORE = "restore"
    PURGE = "purge"
    ERASE = "erase"
    COPY = "copy"
    FAVOURITE = "favourite"
    EDIT_TAGS = "edit_tags"
    SELECT_ALL = "select_all"
    FIND = "find"
    FIND_NEXT = "find_next"
    SETTINGS = "settings"
    SHOW_LIBRARY = "show_library"
    SHOW_TRASH = "show_trash"
    SHOW_TASKS = "show_tasks"
    DETAILS = "details"
    REFRESH = "refresh"
    SCHEME_SYSTEM = "scheme_system"
    SCHEME_LIGHT = "scheme_light"
    SCHEME_DARK = "scheme_dark"
    SCHEME_CONTRAST = "scheme_contrast"
    NEXT_PANE = "next_pane"
    PREVIOUS_PANE = "previous_pane"
    FULL_SCREEN = "full_screen"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    ZOOM_ALL = "zoom_all"
    RECORD = "record"
    PAUSE_RECORDING = "pause_recording"
    PLAY = "play"
    BACK = "back"
    FORWARD = "forward"
    PREVIOUS = "previous"
    NEXT = "next"
    SLOWER = "slower"
    FASTER = "faster"
    MUTE = "mute"
    HISTORY = "history"
    VERIFY = "verify"
    HEALTH = "health"
    SCRUB = "scrub"
    USER_MANUAL = "user_manual"
    LOG = "log"
    SHORTCUTS = "shortcuts"
    REPORT_PROBLEM = "report_problem"
    DIAGNOSTICS = "diagnostics"
    SUPPORT_BUNDLE = "support_bundle"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """``keys``: the first one is shown. They are spelled out, because some StandardKeys are empty without a desktop.

    ``text`` has a letter of its own in its menu, after an ampersand.
    """

    id: ActionId
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str = ""
    scope: Scope = Scope.WINDOW
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    starts_group: bool = False
    checkable: bool = False

    @property
    def plain(self) -> str:
        """The text as it is read, in the person's language, without the letter's mark and the dots."""
        return plain(self.text)


_A = ActionId
ACTIONS: Final[tuple[ActionSpec, ...]] = (
    ActionSpec(
        _A.IMPORT_FILES, QT_TRANSLATE_NOOP("Actions", "&Import Files…"), Menu.FILE, ("Ctrl+I", "Ctrl+O"), "import"
    ),
    ActionSpec(
        _A.IMPORT_FOLDER, QT_TRANSLATE_NOOP("Actions", "Import &Folder…"), Menu.FILE, ("Ctrl+Shift+I",), "folder"
    ),
    ActionSpec(_A.EXPORT, QT_TRANSLATE_NOOP("Actions", "&Export…"), Menu.FILE, ("Ctrl+E", "Ctrl+S")),
    ActionSpec(
        _A.SHOW_FILE,
        QT_TRANSLATE_NOOP("Actions", "&Show in File Manager"),
        Menu.FILE,
        ("Ctrl+Shift+O",),
        "",
        starts_group=True,
    ),
    ActionSpec(_A.BACK_UP, QT_TRANSLATE_NOOP("Actions", "&Back Up Now"), Menu.FILE, ("Ctrl+B",), starts_group=True),
    ActionSpec(_A.RESTORE_BACKUP, QT_TRANSLATE_NOOP("Actions", "&Restore…"), Menu.FILE),
    ActionSpec(_A.CLOSE, QT_TRANSLATE_NOOP("Actions", "&Close Window"), Menu.FILE, ("Ctrl+W",), starts_group=True),
    ActionSpec(
        _A.QUIT, QT_TRANSLATE_NOOP("Actions", "&Quit"), Menu.FILE, ("Ctrl+Q",), "quit", role=QAction.MenuRole.QuitRole
    ),
    ActionSpec(_A.UNDO, QT_TRANSLATE_NOOP("Actions", "&Undo"), Menu.EDIT, ("Ctrl+Z",), "undo"),
    ActionSpec(_A.REDO, QT_TRANSLATE_NOOP("Actions", "&Redo"), Menu.EDIT, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    ActionSpec(
        _A.COPY, QT_TRANSLATE_NOOP("Actions", "&Copy"), Menu.EDIT, ("Ctrl+C",), "copy", Scope.LIBRARY, starts_group=True
    ),
    ActionSpec(
        _A.SELECT_ALL,
        QT_TRANSLATE_NOOP("Actions", "Select &All"),
        Menu.EDIT,
        ("Ctrl+A",),
        "",
        Scope.LIBRARY,
    ),
    ActionSpec(
        _A.RENAME,
        QT_TRANSLATE_NOOP("Actions", "Re&name"),
        Menu.EDIT,
        ("F2",),
        "rename",
        Scope.LIBRARY,
        starts_group=True,
    ),
    ActionSpec(
        _A.FAVOURITE, QT_TRANSLATE_NOOP("Actions", "Add to Fa&vourites"), Menu.EDIT, ("Ctrl+D",), "star", Scope.LIBRARY
    ),
    ActionSpec(_A.EDIT_TAGS, QT_TRANSLATE_NOOP("Actions", "Ed&it Tags"), Menu.EDIT, ("Ctrl+T",), "tag", Scope.LIBRARY),
    ActionSpec(
        _A.DELETE,
        QT_TRANSLATE_NOOP("Actions", "&Delete"),
        Menu.EDIT,
        ("Del",),
        "trash",
        Scope.LIBRARY,
        starts_group=True,
    ),
    ActionSpec(
        _A.RESTORE,
        QT_TRANSLATE_NOOP("Actions", "Res&tore to Library"),
        Menu.EDIT,
        ("Ctrl+Backspace",),
        "restore",
        Scope.LIBRARY,
    ),
    ActionSpec(
        _A.PURGE, QT_TRANSLATE_NOOP("Actions", "Delete &Permanently…"), Menu.EDIT, ("Shift+Del",), "", Scope.LIBRARY
    ),
    ActionSpec(_A.ERASE, QT_TRANSLATE_NOOP("Actions", "Erase for &Good…"), Menu.EDIT),
    ActionSpec(_A.FIND, QT_TRANSLATE_NOOP("Actions", "&Find"), Menu.EDIT, ("Ctrl+F",), "search", starts_group=True),
    ActionSpec(_A.FIND_NEXT, QT_TRANSLATE_NOOP("Actions", "Find Ne&xt"), Menu.EDIT, ("F3",)),
    ActionSpec(
        _A.SETTINGS,
        QT_TRANSLATE_NOOP("Actions", "S&ettings…"),
        Menu.EDIT,
        ("Ctrl+,",),
        "settings",
        role=QAction.MenuRole.PreferencesRole,
        starts_group=True,
    ),
    ActionSpec(_A.SHOW_LIBRARY, QT_TRANSLATE_NOOP("Actions", "&Library"), Menu.VIEW, ("Ctrl+1",), "library"),
    ActionSpec(_A.SHOW_TRASH, QT_TRANSLATE_NOOP("Actions", "&Recently Deleted"), Menu.VIEW, ("Ctrl+2",), "trash"),
    ActionSpec(_A.SHOW_TASKS, QT_TRANSLATE_NOOP("Actions", "&Tasks"), Menu.VIEW, ("Ctrl+3",), "tasks"),
    ActionSpec(
        _A.DETAILS, QT_TRANSLATE_NOOP("Actions", "Det&ails"), Menu.VIEW, ("F9",), checkable=True, starts_group=True
    ),
    ActionSpec(
        _A.ZOOM_IN, QT_TRANSLATE_NOOP("Actions", "&Zoom In"), Menu.VIEW, ("Ctrl++", "Ctrl+="), starts_group=True
    ),
    ActionSpec(_A.ZOOM_OUT, QT_TRANSLATE_NOOP("Actions", "Zoom &Out"), Menu.VIEW, ("Ctrl+-",)),
    ActionSpec(_A.ZOOM_ALL, QT_TRANSLATE_NOOP("Actions", "&Whole Recording"), Menu.VIEW, ("Ctrl+0",)),
    ActionSpec(
        _A.SCHEME_SYSTEM,
        QT_TRANSLATE_NOOP("Actions", "Colours of the &System"),
        Menu.VIEW,
        checkable=True,
        starts_group=True,
    ),
    ActionSpec(_A.SCHEME_LIGHT, QT_TRANSLATE_NOOP("Actions", "L&ight"), Menu.VIEW, checkable=True),
    ActionSpec(_A.SCHEME_DARK, QT_TRANSLATE_NOOP("Actions", "&Dark"), Menu.VIEW, checkable=True),
    ActionSpec(_A.SCHEME_CONTRAST, QT_TRANSLATE_NOOP("Actions", "&High Contrast"), Menu.VIEW, checkable=True),
    ActionSpec(_A.NEXT_PANE, QT_TRANSLATE_NOOP("Actions", "&Next Pane"), Menu.VIEW, ("F6",), starts_group=True),
    ActionSpec(_A.PREVIOUS_PANE, QT_TRANSLATE_NOOP("Actions", "&Previous Pane"), Menu.VIEW, ("Shift+F6",)),
    ActionSpec(_A.REFRESH, QT_TRANSLATE_NOOP("Actions", "Re&fresh"), Menu.VIEW, ("F5",), starts_group=True),
    ActionSpec(
        _A.FULL_SCREEN,
        QT_TRANSLATE_NOOP("Actions", "F&ull Screen"),
        Menu.VIEW,
        ("F11",),
        checkable=True,
    ),
    ActionSpec(_A.RECORD, QT_TRANSLATE_NOOP("Actions", "&Record"), Menu.RECORDING, ("Ctrl+R",), "record"),
    ActionSpec(
        _A.PAUSE_RECORDING, QT_TRANSLATE_NOOP("Actions", "P&ause Recording"), Menu.RECORDING, ("Ctrl+Shift+R",), "pause"
    ),
    ActionSpec(
        _A.PLAY,
        QT_TRANSLATE_NOOP("Actions", "&Play"),
        Menu.RECORDING,
        ("Space",),
        "play",
        Scope.PLAYBACK,
        starts_group=True,
    ),
    ActionSpec(
        _A.BACK, QT_TRANSLATE_NOOP("Actions", "Skip &Back 5 s"), Menu.RECORDING, ("Left",), "back", Scope.PLAYBACK
    ),
    ActionSpec(
        _A.FORWARD,
        QT_TRANSLATE_NOOP("Actions", "Skip &Forward 5 s"),
        Menu.RECORDING,
        ("Right",),
        "forward",
        Scope.PLAYBACK,
    ),
    ActionSpec(
        _A.PREVIOUS, QT_TRANSLATE_NOOP("Actions", "Pre&vious Recording"), Menu.RECORDING, ("Alt+Up",), starts_group=True
    ),
    ActionSpec(_A.NEXT, QT_TRANSLATE_NOOP("Actions", "&Next Recording"), Menu.RECORDING, ("Alt+Down",)),
    ActionSpec(
        _A.SLOWER,
        QT_TRANSLATE_NOOP("Actions", "S&lower"),
        Menu.RECORDING,
        ("Ctrl+<", "Ctrl+Shift+,"),
        starts_group=True,
    ),
    ActionSpec(_A.FASTER, QT_TRANSLATE_NOOP("Actions", "Fas&ter"), Menu.RECORDING, ("Ctrl+>", "Ctrl+Shift+.")),
    ActionSpec(_A.MUTE, QT_TRANSLATE_NOOP("Actions", "&Mute"), Menu.RECORDING, ("Ctrl+Shift+M",)),
    ActionSpec(
        _A.HISTORY, QT_TRANSLATE_NOOP("Actions", "&History…"), Menu.RECORDING, ("Ctrl+H",), "", starts_group=True
    ),
    ActionSpec(
        _A.DIAGNOSTICS,
        QT_TRANSLATE_NOOP("Actions", "&Diagnostics"),
        Menu.TOOLS,
        ("Ctrl+Shift+D",),
    ),
    ActionSpec(_A.LOG, QT_TRANSLATE_NOOP("Actions", "&Log"), Menu.TOOLS, ("Ctrl+Shift+L",)),
    ActionSpec(_A.VERIFY, QT_TRANSLATE_NOOP("Actions", "&Check Library"), Menu.TOOLS, (), "check", starts_group=True),
    ActionSpec(_A.HEALTH, QT_TRANSLATE_NOOP("Actions", "Check &Health"), Menu.TOOLS),
    ActionSpec(_A.SCRUB, QT_TRANSLATE_NOOP("Actions", "&Repair Files From Backup"), Menu.TOOLS),
    ActionSpec(_A.USER_MANUAL, QT_TRANSLATE_NOOP("Actions", "User &Manual"), Menu.HELP, ("F1",), "info"),
    ActionSpec(
        _A.SHORTCUTS, QT_TRANSLATE_NOOP("Actions", "&Keyboard Shortcuts"), Menu.HELP, ("Ctrl+?", "Ctrl+/"), "keyboard"
    ),
    ActionSpec(
        _A.REPORT_PROBLEM, QT_TRANSLATE_NOOP("Actions", "&Report a Problem…"), Menu.HELP, (), "", starts_group=True
    ),
    ActionSpec(_A.SUPPORT_BUNDLE, QT_TRANSLATE_NOOP("Actions", "&Save Support Bundle…"), Menu.HELP),
    ActionSpec(
        _A.ABOUT,
        QT_TRANSLATE_NOOP("Actions", "&About Voice Recorder Pro"),
        Menu.HELP,
        (),
        "",
        role=QAction.MenuRole.AboutRole,
        starts_group=True,
    ),
)


def plain(text: str) -> str:
    """The text of a command or menu as it is read, translated."""
    return translated(text).replace("&", "").rstrip("…")
