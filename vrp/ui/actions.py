"""Every command of the window, once: menus, shortcuts, context menus and the list of keys are made from this table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from vrp.ui.icons import icon


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # the name that lupdate looks for
    """Mark a text for translation where it stands; it is translated when it is shown."""
    return text


class Menu(StrEnum):
    FILE = "File"
    EDIT = "Edit"
    VIEW = "View"
    RECORDING = "Recording"
    TOOLS = "Tools"
    HELP = "Help"


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
    SELECT_ALL = "select_all"
    FIND = "find"
    SETTINGS = "settings"
    SHOW_LIBRARY = "show_library"
    SHOW_TRASH = "show_trash"
    SHOW_TASKS = "show_tasks"
    REFRESH = "refresh"
    SCHEME_SYSTEM = "scheme_system"
    SCHEME_LIGHT = "scheme_light"
    SCHEME_DARK = "scheme_dark"
    FULL_SCREEN = "full_screen"
    RECORD = "record"
    PAUSE_RECORDING = "pause_recording"
    PLAY = "play"
    BACK = "back"
    FORWARD = "forward"
    HISTORY = "history"
    VERIFY = "verify"
    HEALTH = "health"
    SCRUB = "scrub"
    SHORTCUTS = "shortcuts"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """``keys``: the first one is shown. They are spelled out, because some StandardKeys are empty without a desktop."""

    id: ActionId
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str = ""
    scope: Scope = Scope.WINDOW
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    starts_group: bool = False
    checkable: bool = False


_A = ActionId
ACTIONS: Final[tuple[ActionSpec, ...]] = (
    ActionSpec(
        _A.IMPORT_FILES, QT_TRANSLATE_NOOP("Actions", "&Import Files…"), Menu.FILE, ("Ctrl+I", "Ctrl+O"), "import"
    ),
    ActionSpec(
        _A.IMPORT_FOLDER, QT_TRANSLATE_NOOP("Actions", "Import &Folder…"), Menu.FILE, ("Ctrl+Shift+I",), "folder"
    ),
    ActionSpec(_A.EXPORT, QT_TRANSLATE_NOOP("Actions", "&Export…"), Menu.FILE, ("Ctrl+E",)),
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
        _A.RENAME,
        QT_TRANSLATE_NOOP("Actions", "Re&name"),
        Menu.EDIT,
        ("F2",),
        "rename",
        Scope.LIBRARY,
        starts_group=True,
    ),
    ActionSpec(_A.DELETE, QT_TRANSLATE_NOOP("Actions", "&Delete"), Menu.EDIT, ("Del",), "trash", Scope.LIBRARY),
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
    ActionSpec(
        _A.SELECT_ALL,
        QT_TRANSLATE_NOOP("Actions", "Select &All"),
        Menu.EDIT,
        ("Ctrl+A",),
        "",
        Scope.LIBRARY,
        starts_group=True,
    ),
    ActionSpec(_A.FIND, QT_TRANSLATE_NOOP("Actions", "&Find"), Menu.EDIT, ("Ctrl+F",), "search"),
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
    ActionSpec(_A.REFRESH, QT_TRANSLATE_NOOP("Actions", "Re&fresh"), Menu.VIEW, ("F5",), starts_group=True),
    ActionSpec(
        _A.SCHEME_SYSTEM,
        QT_TRANSLATE_NOOP("Actions", "Colours of the &System"),
        Menu.VIEW,
        starts_group=True,
        checkable=True,
    ),
    ActionSpec(_A.SCHEME_LIGHT, QT_TRANSLATE_NOOP("Actions", "L&ight"), Menu.VIEW, checkable=True),
    ActionSpec(_A.SCHEME_DARK, QT_TRANSLATE_NOOP("Actions", "&Dark"), Menu.VIEW, checkable=True),
    ActionSpec(
        _A.FULL_SCREEN,
        QT_TRANSLATE_NOOP("Actions", "F&ull Screen"),
        Menu.VIEW,
        ("F11",),
        starts_group=True,
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
        _A.HISTORY,
        QT_TRANSLATE_NOOP("Actions", "&History…"),
        Menu.RECORDING,
        ("Ctrl+H",),
        "",
        starts_group=True,
    ),
    ActionSpec(_A.VERIFY, QT_TRANSLATE_NOOP("Actions", "&Check Library"), Menu.TOOLS, (), "check"),
    ActionSpec(_A.HEALTH, QT_TRANSLATE_NOOP("Actions", "Check &Health"), Menu.TOOLS),
    ActionSpec(_A.SCRUB, QT_TRANSLATE_NOOP("Actions", "&Repair Files From Backup"), Menu.TOOLS),
    ActionSpec(
        _A.SHORTCUTS, QT_TRANSLATE_NOOP("Actions", "&Keyboard Shortcuts"), Menu.HELP, ("Ctrl+?", "Ctrl+/"), "keyboard"
    ),
    ActionSpec(
        _A.ABOUT,
        QT_TRANSLATE_NOOP("Actions", "&About Voice Recorder Pro"),
        Menu.HELP,
        ("F1",),
        "info",
        role=QAction.MenuRole.AboutRole,
        starts_group=True,
    ),
)
_MENUS: Final = {
    Menu.FILE: QT_TRANSLATE_NOOP("Actions", "&File"),
    Menu.EDIT: QT_TRANSLATE_NOOP("Actions", "&Edit"),
    Menu.VIEW: QT_TRANSLATE_NOOP("Actions", "&View"),
    Menu.RECORDING: QT_TRANSLATE_NOOP("Actions", "&Recording"),
    Menu.TOOLS: QT_TRANSLATE_NOOP("Actions", "&Tools"),
    Menu.HELP: QT_TRANSLATE_NOOP("Actions", "&Help"),
}


def translated(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


class Actions(QObject):
    """The table as QActions. ``handlers`` names what each one does; one without a handler is an error at start."""

    def __init__(self, window: QWidget, handlers: Mapping[ActionId, Callable[[], object]]) -> None:
        super().__init__(window)
        self._actions = {spec.id: self._made(spec, handlers[spec.id]) for spec in ACTIONS}
        window.addActions([self._actions[spec.id] for spec in ACTIONS if spec.scope is Scope.WINDOW])

    def __getitem__(self, action: ActionId) -> QAction:
        return self._actions[action]

    def _made(self, spec: ActionSpec, handler: Callable[[], object]) -> QAction:
        action = QAction(translated(spec.text), self)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setMenuRole(spec.role)
        action.setCheckable(spec.checkable)
        if spec.scope is not Scope.WINDOW:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: handler())
        return action

    def put_keys_on(self, widget: QWidget, scopes: Iterable[Scope]) -> None:
        """Make the keys of ``scopes`` work while ``widget`` has the focus."""
        wanted = set(scopes)
        widget.addActions([self._actions[spec.id] for spec in ACTIONS if spec.scope in wanted])

    def fill(self, bar: QMenuBar) -> dict[Menu, QMenu]:
        menus = {menu: bar.addMenu(translated(title)) for menu, title in _MENUS.items()}
        for spec in ACTIONS:
            if spec.starts_group:
                menus[spec.menu].addSeparator()
            menus[spec.menu].addAction(self._actions[spec.id])
        return menus

    def menu(self, parent: QWidget, groups: Iterable[Iterable[ActionId]]) -> QMenu:
        """A context menu; it repeats what the menu bar has, and leaves out what cannot be done."""
        result = QMenu(parent)
        for group in groups:
            usable = [self._actions[one] for one in group if self._actions[one].isEnabled()]
            if usable and not result.isEmpty():
                result.addSeparator()
            result.addActions(usable)
        return result

    def allow(self, action: ActionId, reason: str = "") -> None:
        """Enable it, or disable it and say why in its tooltip and status tip."""
        self._actions[action].setEnabled(not reason)
        self._actions[action].setStatusTip(reason)
        self._actions[action].setToolTip(reason or self._actions[action].text().replace("&", ""))

    def colour(self) -> None:
        """Draw the icons again, in the colours of the scheme in force."""
        for spec in ACTIONS:
            if spec.icon and spec.icon != "record":
                self._actions[spec.id].setIcon(icon(spec.icon))


def shortcut_list() -> list[tuple[str, str, str]]:
    """Menu, command and keys of everything that has a key, for the list that Help shows."""
    return [
        (
            translated(_MENUS[spec.menu]).replace("&", ""),
            translated(spec.text).replace("&", "").rstrip("…"),
            " / ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in spec.keys),
        )
        for spec in ACTIONS
        if spec.keys
    ]
