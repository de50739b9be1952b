"""Reads and writes the settings file, and tells where each value comes from.

The file belongs to the person: it is written back atomically, and keeps its comments, its order and what this version
does not know. Whoever writes reads it again first, under a lock, so that two programs lose nothing of each other.
"""

from __future__ import annotations

import contextlib
import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError
from pydantic_settings import EnvSettingsSource, SettingsError

from vrp.backend import early_settings, files
from vrp.backend.errors import LibraryFault, SettingInvalid, SettingsNotWritable
from vrp.backend.locks import FileLock
from vrp.backend.phrases import Phrase
from vrp.backend.settings import BackupSettings, Settings, StorageSettings, known_keys

_LOCK_SECONDS: Final = 5.0
_NEVER_GUESSED: Final = ("storage", "storage.folder")  # a default in place of it would open another library
_KINDS: Final = {  # the first word of pydantic's name for a fault
    "int": Phrase("Input should be a valid integer"),
    "float": Phrase("Input should be a valid number"),
    "bool": Phrase("Input should be a valid boolean"),
    "string": Phrase("Input should be a valid string"),
    "tuple": Phrase("Input should be a list"),
    "model": Phrase("Input should be a section"),
    "dict": Phrase("Input should be a section"),
}


class Source(StrEnum):
    """Where the value in force comes from."""

    DEFAULT = "default"
    FILE = "file"
    ENVIRONMENT = "environment"
    ARGUMENT = "argument"  # of the command line: the library's folder alone


@dataclass(frozen=True, slots=True)
class Problem:
    """A value in the file that is not allowed; the default holds in its place."""

    key: str
    value: str
    allowed: str


def variable_of(key: str) -> str:
    """The environment variable that gives ``key`` now, or would: ``VRP_AUDIO__DEVICE``."""
    exact = f"VRP_{key.replace('.', '__').upper()}"
    whole = f"VRP_{key.partition('.')[0].upper()}"
    names = {name.upper(): name for name in os.environ}
    return names.get(exact) or names.get(whole) or exact


class SettingsStore:
    """Reads and writes the settings file at ``path``.

    A ``forgiving`` store, the window's, opens with the default in place of a value that is not allowed and names it
    in `problems`; one that cannot be read at all leaves what held before. A ``safe`` store answers with the defaults,
    and with where library and backups lie, whatever the file and the environment say.
    """

    def __init__(self, path: Path, *, forgiving: bool = False, safe: bool = False) -> None:
        self.path = path
        self.forgiving = forgiving
        self.safe = safe
        self._last: Settings | None = None

    def load(self) -> Settings:
        """The settings in force; raises `SettingInvalid` with the key, the value and what is allowed."""
        if self.safe:
            return _safe_settings(self.path)
        try:
            self._last = self._settings(self._read())[0]
        except SettingInvalid:
            if not self.forgiving or self._last is None:
                raise
        return self._last

    def problems(self) -> tuple[Problem, ...]:
        """The values in the file that are not allowed. Raises `SettingInvalid` where the file cannot be read."""
        return self._settings(self._read(), forgiving=True)[1]

    def unknown(self) -> tuple[str, ...]:
        """Keys in the file that this version does not know; they are kept."""
        known, free = set(known_keys()), {"shortcuts"}
        found = []
        for section, values in self._read().items():
            if not isinstance(values, dict) or section not in Settings.model_fields:
                found += [section] if section not in Settings.model_fields else []
            elif section not in free:
                found += [f"{section}.{name}" for name in values if f"{section}.{name}" not in known]
        return tuple(found)

    def sources(self) -> dict[str, Source]:
        """Where each value comes from. Raises `SettingInvalid` where the file cannot be read."""
        data, given = self._read(), _environment()
        wrong = {problem.key for problem in self._settings(data, forgiving=True)[1]}
        result = dict.fromkeys(known_keys(), Source.DEFAULT)
        for key in result:
            section, _, name = key.partition(".")
            if name in given.get(section, {}):
                result[key] = Source.ENVIRONMENT
            elif key not in wrong and section not in wrong and name in data.get(section, {}):
                result[key] = Source.FILE
        return result

    def set(self, key: str, value: object) -> Settings:
        """Write one key (``audio.device``); None removes it. As `set_all`."""
        return self.set_all({key: value})

    def reset(self, *keys: str) -> Settings:
        """Remove these keys, so that their defaults hold, also where what stands there is wrong."""
        return self.set_all(dict.fromkeys(keys))

    def set_all(self, values: Mapping[str, object]) -> Settings:
        """Write these keys in one step, None removes one. Returns the settings in force then.

        Raises `SettingInvalid` before anything is written, and `SettingsNotWritable`.
        """
        import tomlkit  # only those who write pay for it
        from tomlkit.exceptions import TOMLKitError

        places = {key: self._known(key, value) for key, value in values.items()}
        with self._alone():
            try:
                document = tomlkit.parse(self._text())
            except TOMLKitError as error:
                raise self._unreadable(str(error)) from error
            for key, value in values.items():
                section, name = places[key]
                if value is None:
                    _remove(document, section, name)
                else:
                    _table_of(document, section)[name] = list(value) if isinstance(value, tuple) else value
            self._last = self._settings(document.unwrap())[0]
            files.write_atomic(self.path.resolve(), tomlkit.dumps(document).encode())
        return self._last

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        try:
            files.make_private_folder(self.path.parent)
            with FileLock(self.path.with_name(f".{self.path.name}.lock")) as lock:
                if not lock.acquire(wait=_LOCK_SECONDS):
                    raise SettingsNotWritable(
                        path=self.path, reason=Phrase("in use by {holder}", holder=lock.holder().phrase)
                    )
                yield
        except LibraryFault as fault:  # the same faults of a disk, but of the settings
            raise SettingsNotWritable(
                path=self.path, reason=fault.params.get("reason", Phrase("the disk is full"))
            ) from fault

    def _known(self, key: str, value: object) -> tuple[str, str]:
        """The section and name of a key. Raises `SettingInvalid` for one that there is not, and for a wrong value."""
        section, _, name = key.partition(".")
        field = Settings.model_fields.get(section)
        model: Any = field.annotation if field is not None else None
        if section != "shortcuts" and name not in getattr(model, "model_fields", {}):
            raise SettingInvalid(
                key=key, value=value, allowed=Phrase("there is no such setting"), source=self.path.name
            )
        if value is not None:
            try:
                TypeAdapter(model).validate_python({name: value})
            except ValidationError as error:
                allowed = _allowed(error.errors(include_url=False)[0])
                raise SettingInvalid(key=key, value=repr(value), allowed=allowed, source=Phrase("new")) from error
        return section, name

    def _text(self) -> str:
        try:
            return self.path.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            return ""
        except (OSError, UnicodeDecodeError) as error:
            raise self._unreadable(type(error).__name__) from error

    def _read(self) -> dict[str, Any]:
        try:
            return tomllib.loads(self._text())
        except tomllib.TOMLDecodeError as error:
            raise self._unreadable(str(error)) from error

    def _unreadable(self, reason: str) -> SettingInvalid:
        allowed = Phrase("it cannot be read: {reason}", reason=reason)
        return SettingInvalid(key=str(self.path), value=Phrase("(the file)"), allowed=allowed, source=Phrase("file"))

    def _settings(self, data: dict[str, Any], *, forgiving: bool = False) -> tuple[Settings, tuple[Problem, ...]]:
        """The settings that ``data`` and the environment give, and what of ``data`` was left out as wrong."""
        problems: list[Problem] = []
        while True:
            try:
                return Settings(**data), tuple(problems)
            except ValidationError as error:
                invalid = self._invalid(error, data)
                key = str(invalid.params["key"])
                rest = _without(data, key)
                if not (forgiving or self.forgiving) or key in _NEVER_GUESSED or rest is None:
                    raise invalid from error
                problems.append(
                    Problem(key, str(invalid.params["value"]), _allowed(error.errors(include_url=False)[0]))
                )
                data = rest
            except SettingsError as error:  # a variable that stands for a whole section and is not JSON
                key = next(name for name in Settings.model_fields if f'"{name}"' in str(error))
                allowed = Phrase("a section is set key by key, as {name}", name=f"VRP_{key.upper()}__KEY")
                raise SettingInvalid(
                    key=key, value=Phrase("(the text)"), allowed=allowed, source=f"VRP_{key.upper()}"
                ) from error

    def _invalid(self, error: ValidationError, data: dict[str, Any]) -> SettingInvalid:
        first = error.errors(include_url=False)[0]
        key = ".".join(str(part) for part in first["loc"][:2])
        return SettingInvalid(
            key=key, value=repr(first["input"]), allowed=_allowed(first), source=self._source(data, key)
        )

    def _source(self, data: dict[str, Any], key: str) -> str:
        section, _, name = key.partition(".")
        in_file = data.get(section)
        if isinstance(in_file, dict) and (not name or name in in_file):
            return Phrase("{file} or {variable}", file=self.path.name, variable=f"VRP_{key.replace('.', '__').upper()}")
        return f"VRP_{key.replace('.', '__').upper()}"


def _allowed(error: Mapping[str, Any]) -> str:
    """What pydantic tells of a value, in words that can be translated."""
    told = error.get("ctx", {})
    match error["type"]:
        case "literal_error" | "enum":
            return Phrase("Input should be one of {values}", values=told["expected"].replace(" or ", ", "))
        case "less_than_equal":
            return Phrase("Input should be less than or equal to {limit}", limit=str(told["le"]))
        case "greater_than_equal":
            return Phrase("Input should be greater than or equal to {limit}", limit=str(told["ge"]))
        case "string_too_long":
            return Phrase("Text should have at most {limit} characters", limit=str(told["max_length"]))
        case "value_error":
            found: str = told["error"].args[0]
            return found
        case kind:
            return _KINDS.get(kind.partition("_")[0]) or error["msg"]


def _safe_settings(path: Path) -> Settings:
    written = early_settings.read(path)
    places = {key: early_settings.text(written, key) for key in ("storage.folder", "backup.folder")}
    return Settings.model_construct(
        storage=StorageSettings(folder=places["storage.folder"]),
        backup=BackupSettings(folder=places["backup.folder"], at_start=False),
    )


def _environment() -> dict[str, Any]:
    """What the environment gives, by section."""
    with contextlib.suppress(SettingsError):
        given = EnvSettingsSource(Settings)()
        return {section: values for section, values in given.items() if isinstance(values, dict)}
    return {}


def _without(data: dict[str, Any], key: str) -> dict[str, Any] | None:
    """``data`` without the value at ``key``; None where it is not from there."""
    section, _, name = key.partition(".")
    if section not in data or name in _environment().get(section, {}):
        return None
    values = data[section]
    if not name or not isinstance(values, dict):
        return {one: rest for one, rest in data.items() if one != section}
    if name not in values:
        return None
    return {**data, section: {one: value for one, value in values.items() if one != name}}


def _table_of(document: Any, section: str) -> Any:
    """The section's table; made where there is none, or something else stands in its place."""
    import tomlkit

    if not isinstance(document.get(section), dict):
        document[section] = tomlkit.table()
    return document[section]


def _remove(document: Any, section: str, name: str) -> None:
    table = document.get(section)
    if isinstance(table, dict):
        table.pop(name, None)
    elif table is not None:
        document.pop(section)
