"""The settings while the window is open.

They are read and written in jobs, one write after another, and taken up from the file when somebody else changed it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from vrp.backend.errors import SettingInvalid
from vrp.backend.paths import library_folder, place_given_by
from vrp.ui import fault_texts

if TYPE_CHECKING:  # the typed settings take a tenth of a second to import: in a job, after the first paint
    from vrp.backend.domain.progress import Progress
    from vrp.backend.errors import VrpError
    from vrp.backend.settings import Settings
    from vrp.backend.settings_store import Problem, SettingsStore
    from vrp.ui.services import Services

_PLACE: Final = "storage.folder"
_QUIET_MS: Final = 150  # an editor writes a file in several steps


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The settings at one moment. ``variables``: for each key that the environment gives, the variable's name."""

    settings: Settings
    sources: Mapping[str, str]
    variables: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    unknown: tuple[str, ...] = ()
    unreadable: str = ""

    def value(self, key: str) -> Any:
        section, _, name = key.partition(".")
        return getattr(getattr(self.settings, section), name)

    def values(self) -> dict[str, Any]:
        """Every key, with those of the commands, and its value."""
        keys = {f"shortcuts.{action}": tuple(given) for action, given in self.settings.shortcuts.items()}
        return {**{key: self.value(key) for key in self.sources}, **keys}


class LiveSettings(QObject):
    """Begins with `start`, once the library is open; before that nothing is known."""

    begun = Signal()  # read for the first time
    changed = Signal(object)  # frozenset of the keys whose values are others now
    read = Signal()  # there is a new snapshot, perhaps with the same values
    failed = Signal(object)  # VrpError

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self.snapshot: Snapshot | None = None
        self._waiting: dict[str, object] = {}
        self._writing = False
        self._watcher = QFileSystemWatcher(self)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self.reload)
        self._watcher.fileChanged.connect(self._on_file)
        self._watcher.directoryChanged.connect(self._on_file)

    @property
    def is_busy(self) -> bool:
        """Something is on its way to the file."""
        return self._writing or bool(self._waiting)

    def start(self) -> None:
        """Read for the first time, and watch the file."""
        self.reload()

    def reload(self) -> None:
        """Read what is in the file now."""
        if not self.is_busy:
            store = self._services.settings
            root = self._services.paths.root
            job = self._services.runner.submit(self.tr("Reading settings"), lambda _progress: snapshot(store, root))
            job.succeeded.connect(self._take)
            job.failed.connect(self.failed)

    def set(self, values: Mapping[str, object]) -> None:
        """Write these keys, None removes one. Those that come while a write runs go together in the next one."""
        self._waiting.update(values)
        if not self._writing:
            self._write()

    def _write(self) -> None:
        values, self._waiting = self._waiting, {}
        store, root, self._writing = self._services.settings, self._services.paths.root, True

        def work(_progress: Progress) -> Snapshot:
            store.set_all(values)
            return snapshot(store, root)

        job = self._services.runner.submit(self.tr("Saving settings"), work)
        job.succeeded.connect(self._take)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_written)

    def _on_written(self) -> None:
        self._writing = False
        if self._waiting:
            self._write()

    def _on_failed(self, error: VrpError) -> None:
        self.failed.emit(error)
        if self.snapshot is not None:
            self.read.emit()  # what is shown goes back to what holds

    def _take(self, found: Snapshot) -> None:
        first, before = self.snapshot is None, {} if self.snapshot is None else self.snapshot.values()
        after = found.values()
        self.snapshot = found
        self._watch()
        if first:
            self.begun.emit()
            self.read.emit()
            return
        keys = frozenset(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
        if keys:
            self.changed.emit(keys)
        self.read.emit()

    def _on_file(self, _path: str) -> None:
        self._quiet.start()

    def _watch(self) -> None:
        """The file itself, and its folder: whoever replaces it by another file leaves the watched one behind."""
        path = self._services.settings.path
        wanted = [str(one) for one in (path, path.parent) if one.exists()]
        missing = set(wanted) - set(self._watcher.files()) - set(self._watcher.directories())
        if missing:
            self._watcher.addPaths(sorted(missing))


def snapshot(store: SettingsStore, root: Path) -> Snapshot:
    """What holds now, and where it comes from; ``root`` is the library's folder. Called in a job.

    Raises `SettingInvalid` where nothing can be had.
    """
    from vrp.backend.settings_store import Source, variable_of

    settings = store.load()
    try:
        sources = store.sources()
        given = {key: variable_of(key) for key, source in sources.items() if source is Source.ENVIRONMENT}
        if (place := place_given_by()) and library_folder() == root:
            sources[_PLACE], given[_PLACE] = Source.ENVIRONMENT, place
        elif library_folder(None, settings.storage.folder) != root:
            sources[_PLACE] = Source.ARGUMENT
        return Snapshot(settings, sources, given, store.problems(), store.unknown())
    except SettingInvalid as error:  # somebody spoiled the file while the window was open
        from vrp.backend.settings import known_keys

        return Snapshot(settings, dict.fromkeys(known_keys(), Source.FILE), {}, unreadable=fault_texts.message(error))
