"""How values read to a person: times, sizes, dates, formats. Numbers and dates follow the locale."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, QTime

from vrp.backend.domain.recordings import Origin, Recording
from vrp.backend.domain.takes import CaptureFormat
from vrp.backend.phrases import Phrase, fill


def tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Texts", text, None, count)


def translated(text: str) -> str:
    """What the backend says in a `Phrase`; any other text is nobody's language, such as a title, and stays as it is."""
    if not isinstance(text, Phrase):
        return text
    count = text.values.get("count")
    words = QCoreApplication.translate("Backend", text.words, None, count if isinstance(count, int) else -1)
    return fill(words, {name: _shown(value) for name, value in text.values.items()})


def _shown(value: object) -> str:
    match value:
        case Phrase():
            return translated(value)
        case str():  # a path begins with a slash, which among Arabic words would go to its end
            return isolated(value) if QLocale().textDirection() == Qt.LayoutDirection.RightToLeft else value
        case bool():
            return str(value)
        case int():
            return QLocale().toString(value)
        case float():
            return QLocale().toString(value, "f", 1)
        case datetime():
            local = value.astimezone()
            return QLocale().toString(QDate(local.year, local.month, local.day), QLocale.FormatType.ShortFormat)
    return str(value)


def with_key(label: str, key: str) -> str:
    """What a control does, and the key that does it too, where there is one."""
    return tr("{command} ({key})").format(command=label, key=key) if key else label


def clock(seconds: float) -> str:
    """``00:03:21``, for a clock that runs."""
    whole = max(0, int(seconds))
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def length(seconds: float) -> str:
    """``3:21`` or ``1:31:44``, rounded to the second as people expect of a finished recording."""
    whole = max(0, round(seconds))
    if whole >= 3600:
        return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"
    return f"{whole // 60}:{whole % 60:02d}"


def room_left(seconds: float) -> str:
    """How long one can record on: hours, then minutes."""
    if seconds < 60:
        return tr("under 1 min left")
    if seconds < 3600:
        return tr("{minutes} min left").format(minutes=QLocale().toString(int(seconds // 60)))
    if seconds < 100 * 3600:
        return tr("{hours} h left").format(hours=QLocale().toString(int(seconds // 3600)))
    return tr("over 99 h left")


def place(path: Path) -> str:
    """Where something lies, from the home folder on as ``~/…``."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except ValueError:
        return str(path)


def isolated(text: str) -> str:
    """A name in its own direction, so that it turns nothing around it."""
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


def size(count: int) -> str:
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def recordings(count: int) -> str:
    return tr("1 recording") if count == 1 else tr("{count} recordings", count).format(count=QLocale().toString(count))


def files(count: int) -> str:
    return tr("1 file") if count == 1 else tr("{count} files", count).format(count=QLocale().toString(count))


def quoted(title: str) -> str:
    """In the quotation marks of the language."""
    return tr("“{title}”").format(title=title)


def moment(value: datetime, now: datetime | None = None) -> str:
    """``Today 15:04``, ``Yesterday 09:00``, or the date, in local time. ``value`` is UTC."""
    local = _aware(value).astimezone()
    today = (now or datetime.now(UTC)).astimezone().date()
    time = QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    days = (today - local.date()).days
    if days == 0:
        return tr("Today {time}").format(time=time)
    if days == 1:
        return tr("Yesterday {time}").format(time=time)
    pattern = tr("d MMM yyyy") if local.year != today.year else tr("d MMM")  # as Qt's QDate.toString has them
    return f"{QLocale().toString(QDate(local.year, local.month, local.day), pattern)} {time}"


def _aware(value: datetime) -> datetime:
    return value if value.tzinfo is not None else value.replace(tzinfo=UTC)


def sound(recording: Recording) -> str:
    """``WAV · 48 kHz · mono``."""
    kilohertz = QLocale().toString(recording.sample_rate / 1000, "g", 4)
    return f"{_codec(recording.codec)} · {kilohertz} kHz · {_channels(recording.channels)}"


def capture_format(sound: CaptureFormat) -> str:
    """``48 kHz · mono · 16 bit``."""
    kilohertz = QLocale().toString(sound.sample_rate / 1000, "g", 4)
    bits = tr("{bits} bit").format(bits=sound.bits)
    return f"{kilohertz} kHz · {_channels(sound.channels)} · {bits}"


def _channels(count: int) -> str:
    return {1: tr("mono"), 2: tr("stereo")}.get(count) or tr("{n} channels").format(n=count)


def _codec(codec: str) -> str:
    return "WAV" if codec.startswith("pcm") else {"opus": "Opus", "vorbis": "Ogg"}.get(codec, codec.upper())


def origin(value: Origin) -> str:
    return {Origin.RECORDED: tr("Recorded here"), Origin.IMPORTED: tr("Imported"), Origin.RECOVERED: tr("Recovered")}[
        value
    ]


def full_moment(value: datetime) -> str:
    """The whole date and time, in local time."""
    local = _aware(value).astimezone()
    day = QLocale().toString(QDate(local.year, local.month, local.day), QLocale.FormatType.LongFormat)
    return f"{day} {QLocale().toString(QTime(local.hour, local.minute, local.second), QLocale.FormatType.ShortFormat)}"


def days_left(count: int) -> str:
    """How long something stays in Recently Deleted."""
    if count < 1:
        return tr("Goes today")
    return tr("1 day left") if count == 1 else tr("{count} days left", count).format(count=QLocale().toString(count))
