"""What can be set, once: the settings window is made from this table, one row a setting.

Default, bounds and allowed values come from the typed settings; here are the words for people. A setting that is added
in ``vrp/backend/settings.py`` gets its row here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from vrp.ui.menu_titles import QT_TRANSLATE_NOOP


def translated(text: str) -> str:
    return QCoreApplication.translate("Settings", text)


class Category(StrEnum):
    """The list at the left, in its order."""

    LIBRARY = QT_TRANSLATE_NOOP("Settings", "Library")
    RECORDING = QT_TRANSLATE_NOOP("Settings", "Recording")
    PLAYBACK = QT_TRANSLATE_NOOP("Settings", "Playback")
    APPEARANCE = QT_TRANSLATE_NOOP("Settings", "Appearance")
    KEYBOARD = QT_TRANSLATE_NOOP("Settings", "Keyboard")
    BACKUPS = QT_TRANSLATE_NOOP("Settings", "Backups")
    DIAGNOSTICS = QT_TRANSLATE_NOOP("Settings", "Privacy and diagnostics")


class Devices(StrEnum):
    INPUTS = "inputs"
    OUTPUTS = "outputs"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several values; each with its words."""

    options: tuple[tuple[object, str], ...]


@dataclass(frozen=True, slots=True)
class Switch:
    """On or off. ``label`` stands beside the box."""

    label: str


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number between the bounds of the typed setting. ``zero`` is what 0 means, where it means something."""

    unit: str
    zero: str = ""
    step: int = 1


@dataclass(frozen=True, slots=True)
class Share:
    """A number from 0 to 1, shown as a slider in percent."""


@dataclass(frozen=True, slots=True)
class Text:
    placeholder: str = ""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that is chosen in a dialog; ``title`` is the dialog's."""

    title: str


@dataclass(frozen=True, slots=True)
class LibraryPlace:
    """Where the library lies; changing it moves the library."""


@dataclass(frozen=True, slots=True)
class Device:
    which: Devices


Kind = Choice | Switch | Number | Share | Text | Folder | LibraryPlace | Device


@dataclass(frozen=True, slots=True)
class Row:
    """``words`` are further ones that the search finds it by. ``late``: it holds from the next start of the program.

    ``clears``: settings that would go before the new value, and give way to it. ``needs_tray``: shown only where the
    desktop has one.
    """

    key: str
    category: Category
    label: str
    kind: Kind
    hint: str = ""
    words: str = ""
    late: bool = False
    clears: tuple[str, ...] = field(default=())
    needs_tray: bool = False

    def finds(self, text: str) -> bool:
        """Whether each word of ``text`` is in what the row says."""
        said = " ".join(
            map(translated, (self.category, self.label, self.hint, self.words, *self._options()))
        ).casefold()
        return all(word in said or word in self.key for word in text.casefold().split())

    def _options(self) -> tuple[str, ...]:
        match self.kind:
            case Choice(options):
                return tuple(words for _, words in options)
            case Switch(label):
                return (label,)
        return ()


_C = Category
ROWS: Final = (
    Row(
        "storage.folder",
        _C.LIBRARY,
        QT_TRANSLATE_NOOP("Settings", "Library folder"),
        LibraryPlace(),
        words=QT_TRANSLATE_NOOP("Settings", "move place disk directory path"),
    ),
    Row(
        "imports.max_file_mb",
        _C.LIBRARY,
        QT_TRANSLATE_NOOP("Settings", "Largest import"),
        Number(QT_TRANSLATE_NOOP("Settings", "MiB"), step=100),
        QT_TRANSLATE_NOOP("Settings", "A larger file is refused."),
        QT_TRANSLATE_NOOP("Settings", "size limit file"),
    ),
    Row(
        "storage.keep_deleted_days",
        _C.LIBRARY,
        QT_TRANSLATE_NOOP("Settings", "Keep in Recently Deleted"),
        Number(QT_TRANSLATE_NOOP("Settings", "days"), QT_TRANSLATE_NOOP("Settings", "Until I empty it")),
        QT_TRANSLATE_NOOP("Settings", "What has been there for longer is removed at the start of the program."),
        QT_TRANSLATE_NOOP("Settings", "retention trash bin purge"),
    ),
    Row(
        "audio.device",
        _C.RECORDING,
        QT_TRANSLATE_NOOP("Settings", "Microphone"),
        Device(Devices.INPUTS),
        words=QT_TRANSLATE_NOOP("Settings", "input device source"),
    ),
    Row(
        "audio.preset",
        _C.RECORDING,
        QT_TRANSLATE_NOOP("Settings", "Kind of recording"),
        Choice(
            (
                ("voice", QT_TRANSLATE_NOOP("Settings", "Voice: 48 kHz, mono, 16 bit")),
                ("interview", QT_TRANSLATE_NOOP("Settings", "Interview: 48 kHz, stereo, 16 bit")),
                ("music", QT_TRANSLATE_NOOP("Settings", "Music: 48 kHz, stereo, 24 bit")),
            )
        ),
        words=QT_TRANSLATE_NOOP("Settings", "preset quality format"),
        clears=("audio.sample_rate", "audio.channels", "audio.bits"),
    ),
    Row(
        "audio.sample_rate",
        _C.RECORDING,
        QT_TRANSLATE_NOOP("Settings", "Sample rate"),
        Choice(
            (
                (None, QT_TRANSLATE_NOOP("Settings", "As the kind of recording")),
                (8000, "8 kHz"),
                (16000, "16 kHz"),
                (22050, "22.05 kHz"),
                (32000, "32 kHz"),
                (44100, "44.1 kHz"),
                (48000, "48 kHz"),
                (96000, "96 kHz"),
                (192000, "192 kHz"),
            )
        ),
    ),
    Row(
        "audio.channels",
        _C.RECORDING,
        QT_TRANSLATE_NOOP("Settings", "Channels"),
        Choice(
            (
                (None, QT_TRANSLATE_NOOP("Settings", "As the kind of recording")),
                (1, QT_TRANSLATE_NOOP("Settings", "1 (mono)")),
                (2, QT_TRANSLATE_NOOP("Settings", "2 (stereo)")),
                (4, "4"),
                (6, "6"),
                (8, "8"),
            )
        ),
    ),
    Row(
        "audio.bits",
        _C.RECORDING,
        QT_TRANSLATE_NOOP("Settings", "Bits a sample"),
        Choice(
            (
                (None, QT_TRANSLATE_NOOP("Settings", "As the kind of recording")),
                (16, QT_TRANSLATE_NOOP("Settings", "16 bit")),
                (24, QT_TRANSLATE_NOOP("Settings", "24 bit")),
            )
        ),
        words=QT_TRANSLATE_NOOP("Settings", "depth resolution"),
    ),
    Row(
        "audio.title_pattern",
        _C.RECORDING,
        QT_TRANSLATE_NOOP("Settings", "Title of a new recording"),
        Text("{date} {time}"),
        QT_TRANSLATE_NOOP(
            "Settings", "Filled in: {date}, {time}, {year}, {month}, {day}, {hour}, {minute}, {second} and {input}."
        ),
        QT_TRANSLATE_NOOP("Settings", "name pattern template"),
    ),
    Row(
        "appearance.tray",
        _C.RECORDING,
        QT_TRANSLATE_NOOP("Settings", "When the window is closed"),
        Switch(QT_TRANSLATE_NOOP("Settings", "Keep recording in the tray")),
        QT_TRANSLATE_NOOP("Settings", "The window comes back when the recording ends."),
        QT_TRANSLATE_NOOP("Settings", "background hide minimise"),
        needs_tray=True,
    ),
    Row(
        "playback.device",
        _C.PLAYBACK,
        QT_TRANSLATE_NOOP("Settings", "Loudspeaker"),
        Device(Devices.OUTPUTS),
        words=QT_TRANSLATE_NOOP("Settings", "output device headphones sound"),
    ),
    Row("playback.volume", _C.PLAYBACK, QT_TRANSLATE_NOOP("Settings", "Volume"), Share()),
    Row(
        "appearance.scheme",
        _C.APPEARANCE,
        QT_TRANSLATE_NOOP("Settings", "Colours"),
        Choice(
            (
                ("system", QT_TRANSLATE_NOOP("Settings", "Like the system")),
                ("light", QT_TRANSLATE_NOOP("Settings", "Light")),
                ("dark", QT_TRANSLATE_NOOP("Settings", "Dark")),
                ("contrast", QT_TRANSLATE_NOOP("Settings", "High contrast")),
            )
        ),
        words=QT_TRANSLATE_NOOP("Settings", "theme scheme night black white"),
    ),
    Row(
        "appearance.language",
        _C.APPEARANCE,
        QT_TRANSLATE_NOOP("Settings", "Language"),
        Choice(
            (
                ("system", QT_TRANSLATE_NOOP("Settings", "Like the system")),
                ("en", "English"),
                ("de", "Deutsch"),
                ("ar", "العربية"),
            )
        ),
        words=QT_TRANSLATE_NOOP("Settings", "language translation German Arabic English"),
        late=True,
    ),
    Row(
        "appearance.reduced_motion",
        _C.APPEARANCE,
        QT_TRANSLATE_NOOP("Settings", "Motion"),
        Switch(QT_TRANSLATE_NOOP("Settings", "Show steps instead of smooth motion")),
        words=QT_TRANSLATE_NOOP("Settings", "animation reduced accessibility"),
    ),
    Row(
        "backup.folder",
        _C.BACKUPS,
        QT_TRANSLATE_NOOP("Settings", "Backup folder"),
        Folder(QT_TRANSLATE_NOOP("Settings", "Backup Folder")),
        QT_TRANSLATE_NOOP("Settings", "Another disk than the library's protects against one that dies."),
        QT_TRANSLATE_NOOP("Settings", "directory path disk"),
    ),
    Row(
        "backup.at_start",
        _C.BACKUPS,
        QT_TRANSLATE_NOOP("Settings", "Daily backup"),
        Switch(QT_TRANSLATE_NOOP("Settings", "Back up at the start, once a day")),
        words=QT_TRANSLATE_NOOP("Settings", "automatic schedule"),
    ),
    Row(
        "backup.keep_daily",
        _C.BACKUPS,
        QT_TRANSLATE_NOOP("Settings", "Keep of each day"),
        Number(QT_TRANSLATE_NOOP("Settings", "days")),
        words=QT_TRANSLATE_NOOP("Settings", "retention snapshots"),
    ),
    Row(
        "backup.keep_weekly",
        _C.BACKUPS,
        QT_TRANSLATE_NOOP("Settings", "Keep of each week"),
        Number(QT_TRANSLATE_NOOP("Settings", "weeks"), QT_TRANSLATE_NOOP("Settings", "None")),
        words=QT_TRANSLATE_NOOP("Settings", "retention snapshots"),
    ),
    Row(
        "backup.keep_monthly",
        _C.BACKUPS,
        QT_TRANSLATE_NOOP("Settings", "Keep of each month"),
        Number(QT_TRANSLATE_NOOP("Settings", "months"), QT_TRANSLATE_NOOP("Settings", "None")),
        words=QT_TRANSLATE_NOOP("Settings", "retention snapshots"),
    ),
    Row(
        "logs.level",
        _C.DIAGNOSTICS,
        QT_TRANSLATE_NOOP("Settings", "What is logged"),
        Choice(
            (
                ("error", QT_TRANSLATE_NOOP("Settings", "Errors only")),
                ("warning", QT_TRANSLATE_NOOP("Settings", "Warnings and errors")),
                ("info", QT_TRANSLATE_NOOP("Settings", "What the program does")),
                ("debug", QT_TRANSLATE_NOOP("Settings", "Everything, for support")),
            )
        ),
        QT_TRANSLATE_NOOP("Settings", "The log lies in the library's folder. Titles, notes and paths are never in it."),
        QT_TRANSLATE_NOOP("Settings", "level debug support"),
    ),
    Row(
        "logs.max_file_mb",
        _C.DIAGNOSTICS,
        QT_TRANSLATE_NOOP("Settings", "Largest log file"),
        Number(QT_TRANSLATE_NOOP("Settings", "MiB")),
        words=QT_TRANSLATE_NOOP("Settings", "size rotate"),
        late=True,
    ),
    Row(
        "logs.files",
        _C.DIAGNOSTICS,
        QT_TRANSLATE_NOOP("Settings", "Log files kept"),
        Number(QT_TRANSLATE_NOOP("Settings", "files")),
        words=QT_TRANSLATE_NOOP("Settings", "rotate"),
        late=True,
    ),
    Row(
        "logs.slow_query_ms",
        _C.DIAGNOSTICS,
        QT_TRANSLATE_NOOP("Settings", "Log slow queries over"),
        Number(QT_TRANSLATE_NOOP("Settings", "ms"), step=50),
        QT_TRANSLATE_NOOP("Settings", "A question to the database that takes longer is logged with its plan."),
        QT_TRANSLATE_NOOP("Settings", "database performance speed"),
    ),
)


def rows_of(category: Category) -> tuple[Row, ...]:
    return tuple(row for row in ROWS if row.category is category)
