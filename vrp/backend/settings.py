"""Typed settings: the file in TOML, the environment (``VRP_AUDIO__SAMPLE_RATE``) over it, defaults below.

The file belongs to the person: it is written back atomically, one key at a time, and keeps its comments and order.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, SettingsError

from vrp.backend import files
from vrp.backend.domain.takes import MAX_CHANNELS, PRESETS, CaptureFormat, Preset
from vrp.backend.errors import SettingInvalid


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class AudioSettings(_Section):
    """How takes are recorded. A preset decides the format; a number that is set as well goes before it."""

    device: str = Field("", description="identifier of the microphone; empty for the system's default")
    preset: Preset | None = Field(Preset.VOICE, description="voice, interview or music")
    sample_rate: Literal[8000, 16000, 22050, 32000, 44100, 48000, 96000, 192000] | None = None
    channels: int | None = Field(None, ge=1, le=MAX_CHANNELS)
    bits: Literal[16, 24] | None = None

    def capture_format(self) -> CaptureFormat:
        base = PRESETS[self.preset] if self.preset else CaptureFormat()
        return CaptureFormat(
            self.sample_rate or base.sample_rate, self.channels or base.channels, self.bits or base.bits
        )


class PlaybackSettings(_Section):
    device: str = Field("", description="identifier of the output; empty for the system's default")
    volume: float = Field(0.8, ge=0, le=1)


class ImportSettings(_Section):
    max_file_mb: int = Field(500, ge=1, le=1_000_000, description="largest file that is imported, in MiB")


class StorageSettings(_Section):
    folder: str = Field("", description="the library's folder; empty for the default place")
    keep_deleted_days: int = Field(30, ge=0, le=100_000, description="days in Recently Deleted; 0: for ever")


class LogSettings(_Section):
    level: Literal["debug", "info", "warning", "error"] = "info"
    max_file_mb: int = Field(5, ge=1, le=1000)
    files: int = Field(5, ge=1, le=100)
    slow_query_ms: int = Field(100, ge=1, le=60_000)  # a statement that takes longer is logged with its plan


class BackupSettings(_Section):
    """Where backups go, and which are kept: the newest of each of so many days, weeks and months."""

    folder: str = Field("", description="the backup folder; empty for one beside the library")
    at_start: bool = Field(True, description="back up at the start when the last backup is older than a day")
    keep_daily: int = Field(7, ge=1, le=1000)
    keep_weekly: int = Field(4, ge=0, le=1000)
    keep_monthly: int = Field(12, ge=0, le=1000)


class Settings(BaseSettings):
    """All settings. A field's name, with its section before it, is its key: ``audio.sample_rate``."""

    model_config = SettingsConfigDict(
        env_prefix="VRP_",
        env_nested_delimiter="__",
        frozen=True,
        extra="ignore",
        nested_model_default_partial_update=True,
    )
    ENVIRONMENT: ClassVar[str] = "environment"

    audio: AudioSettings = AudioSettings()
    playback: PlaybackSettings = PlaybackSettings()
    imports: ImportSettings = ImportSettings()
    storage: StorageSettings = StorageSettings()
    logs: LogSettings = LogSettings()
    backup: BackupSettings = BackupSettings()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment wins over the file, which is handed to the constructor."""
        return env_settings, init_settings


class SettingsStore:
    """Reads and writes the settings file at ``path``."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Settings:
        """The settings in force; raises `SettingInvalid` with the key, the value and what is allowed."""
        return self._validated(self._read())

    def set(self, key: str, value: object) -> Settings:
        """Write one key (``audio.device``); None removes it. Raises `SettingInvalid` before anything is written."""
        import tomlkit  # only those who write pay for it

        section, name = self._known(key, value)
        document = tomlkit.parse(self._text())
        table: Any = document.setdefault(section, tomlkit.table())
        if value is None:
            table.pop(name, None)
        else:
            table[name] = value
        settings = self._validated(document.unwrap())
        files.make_private_folder(self.path.parent)
        files.write_atomic(self.path, tomlkit.dumps(document).encode())
        return settings

    def _known(self, key: str, value: object) -> tuple[str, str]:
        section, _, name = key.partition(".")
        field = Settings.model_fields.get(section)
        if field is None or name not in getattr(field.annotation, "model_fields", {}):
            raise SettingInvalid(key=key, value=value, allowed="there is no such setting", source=self.path.name)
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
        allowed = f"it cannot be read: {reason}"
        return SettingInvalid(key=str(self.path), value="(the file)", allowed=allowed, source="file")

    def _validated(self, data: dict[str, Any]) -> Settings:
        try:
            return Settings(**data)
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False)[0]
            key = ".".join(str(part) for part in first["loc"])
            raise SettingInvalid(
                key=key, value=repr(first["input"]), allowed=first["msg"], source=self._source(data, key)
            ) from error
        except SettingsError as error:  # a variable that stands for a whole section and is not JSON
            key = next(name for name in Settings.model_fields if f'"{name}"' in str(error))
            allowed = f"a section is set key by key, as VRP_{key.upper()}__KEY"
            raise SettingInvalid(key=key, value="(the text)", allowed=allowed, source=f"VRP_{key.upper()}") from error

    def _source(self, data: dict[str, Any], key: str) -> str:
        section, _, name = key.partition(".")
        in_file = data.get(section)
        if isinstance(in_file, dict) and (not name or name in in_file):
            return f"{self.path.name} or VRP_{key.replace('.', '__').upper()}"
        return f"VRP_{key.replace('.', '__').upper()}"
