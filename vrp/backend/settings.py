"""The settings, typed: the file in TOML, the environment (``VRP_AUDIO__SAMPLE_RATE``) over it, defaults below.

A new setting is a field here, and where a person is to change it in the window a row in ``ui/settings/table.py``.
"""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from vrp.backend.domain import titles
from vrp.backend.domain.takes import MAX_CHANNELS, PRESETS, CaptureFormat, Preset
from vrp.backend.phrases import Phrase


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class AudioSettings(_Section):
    """How takes are recorded. A preset decides the format; a number that is set as well goes before it."""

    device: str = Field("", description="identifier of the microphone; empty for the system's default")
    preset: Preset | None = Field(Preset.VOICE, description="voice, interview or music")
    sample_rate: Literal[8000, 16000, 22050, 32000, 44100, 48000, 96000, 192000] | None = None
    channels: int | None = Field(None, ge=1, le=MAX_CHANNELS)
    bits: Literal[16, 24] | None = None
    title_pattern: str = Field(
        titles.DEFAULT, max_length=300, description="title of a new take; {date}, {time}, {input}…"
    )

    @field_validator("title_pattern")
    @classmethod
    def _words_are_known(cls, pattern: str) -> str:
        if word := titles.unknown_word(pattern):
            known = ", ".join(titles.WORDS)
            raise ValueError(Phrase("{word} means nothing; known are {known}", word=f"{{{word}}}", known=known))
        return pattern

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


class AppearanceSettings(_Section):
    scheme: Literal["system", "light", "dark", "contrast"] = "system"
    language: Literal["system", "en", "de", "ar"] = "system"
    reduced_motion: bool = Field(False, description="nothing glides or fades")
    tray: bool = Field(False, description="a recording goes on in the tray when the window is closed")


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
    appearance: AppearanceSettings = AppearanceSettings()
    shortcuts: dict[str, tuple[str, ...]] = Field({}, description="a command's name and its keys, where changed")

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


def known_keys() -> tuple[str, ...]:
    """Every key, without those under ``shortcuts``, which are named by commands."""
    return tuple(
        f"{section}.{name}"
        for section, field in Settings.model_fields.items()
        for name in getattr(field.annotation, "model_fields", {})
    )


def default_of(key: str) -> Any:
    """The value where neither file nor environment give one."""
    section, _, name = key.partition(".")
    return getattr(Settings.model_fields[section].default, name)


def bounds_of(key: str) -> tuple[int, int]:
    """The smallest and largest value of a whole number."""
    section, _, name = key.partition(".")
    model: Any = Settings.model_fields[section].annotation
    rules = model.model_fields[name].metadata
    (low,) = [rule.ge for rule in rules if hasattr(rule, "ge")]
    (high,) = [rule.le for rule in rules if hasattr(rule, "le")]
    return low, high
