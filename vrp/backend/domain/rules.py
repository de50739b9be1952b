"""The rules that a recording keeps: one place for each, without a framework."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from vrp.backend.errors import RequestInvalid, SourceEmpty, SourceNameInvalid, SourceTooLarge, SourceTypeUnknown
from vrp.backend.phrases import Phrase

MEBIBYTE: Final = 1024 * 1024
_BIDI: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BLANK: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and signs that show nothing
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)

FIELDS: Final = {
    "title": Phrase("title"),
    "artist": Phrase("artist"),
    "tag": Phrase("tag"),
    "tags": Phrase("tags"),
    "notes": Phrase("notes"),
}


class RecordingBusinessRules:
    """The plan's business rules. Each either returns the value to keep or raises with the field's name."""

    ALLOWED_SUFFIXES: Final = ("wav", "mp3", "m4a", "flac", "ogg", "opus", "aac", "aiff", "aif", "wma", "webm")
    MAX_TITLE_CHARACTERS: Final = 300
    MAX_NOTES_CHARACTERS: Final = 1_000_000
    MAX_TAGS: Final = 100
    MAX_TAG_CHARACTERS: Final = 80
    MAX_NAME_BYTES: Final = 255

    @classmethod
    def title(cls, text: str) -> str:
        """A title is one line of visible text, at most 300 characters; outer spaces go, NFC is kept."""
        return cls._line("title", text, cls.MAX_TITLE_CHARACTERS)

    @classmethod
    def artist(cls, text: str) -> str:
        """An artist is empty or one line of visible text, at most 300 characters."""
        return cls._line("artist", text, cls.MAX_TITLE_CHARACTERS) if text.strip() else ""

    @classmethod
    def tag(cls, text: str) -> str:
        """A tag is one line of visible text, at most 80 characters."""
        return cls._line("tag", text, cls.MAX_TAG_CHARACTERS)

    @classmethod
    def tags(cls, texts: Iterable[str]) -> tuple[str, ...]:
        """Tags in their order, each once whatever its case."""
        unique: dict[str, str] = {}
        for text in texts:
            unique.setdefault(cls.tag(text).casefold(), cls.tag(text))
        if len(unique) > cls.MAX_TAGS:
            raise RequestInvalid(field=FIELDS["tags"], reason=Phrase("at most {limit} are kept", limit=cls.MAX_TAGS))
        return tuple(unique.values())

    @classmethod
    def notes(cls, text: str) -> str:
        """Notes are any text with lines and tabs, at most a million characters."""
        _refuse_surrogates("notes", text)
        if len(text) > cls.MAX_NOTES_CHARACTERS:
            raise RequestInvalid(
                field=FIELDS["notes"],
                reason=Phrase("at most {limit} characters are kept", limit=cls.MAX_NOTES_CHARACTERS),
            )
        if any(_is_control(character) for character in text if character not in "\n\t\r"):
            raise RequestInvalid(field=FIELDS["notes"], reason=Phrase("control characters are not allowed"))
        return text

    @classmethod
    def file_name(cls, name: str) -> str:
        """The name of a file to import, as it is kept for people; raises `SourceNameInvalid`."""
        try:
            size = len(name.encode())
        except UnicodeEncodeError:
            shown = name.encode(errors="replace").decode()
            raise SourceNameInvalid(name=shown, reason=Phrase("it is not valid UTF-8")) from None
        if reason := _name_fault(name, size, cls.MAX_NAME_BYTES):
            shown = "".join("\N{REPLACEMENT CHARACTER}" if _is_control(c) else c for c in name[:80])
            raise SourceNameInvalid(name=shown, reason=reason)
        return name

    @classmethod
    def file_type(cls, name: str) -> str:
        """The suffix in small letters; raises `SourceTypeUnknown` for one that is not imported."""
        suffix = name.rpartition(".")[2].lower() if "." in name else ""
        if suffix not in cls.ALLOWED_SUFFIXES:
            raise SourceTypeUnknown(name=name, allowed=", ".join(cls.ALLOWED_SUFFIXES))
        return suffix

    @staticmethod
    def file_size(name: str, size: int, limit_mb: int) -> int:
        """``size`` in bytes against the limit in MiB; raises `SourceEmpty` or `SourceTooLarge`."""
        if size == 0:
            raise SourceEmpty(name=name)
        if size > limit_mb * MEBIBYTE:
            raise SourceTooLarge(name=name, size=f"{size / MEBIBYTE:,.1f} MiB", limit=f"{limit_mb:,} MiB")
        return size

    @staticmethod
    def title_from_file(text: str) -> str:
        """A title made from a tag or a file name that nobody was asked about: cleaned; "" where nothing would show."""
        cleaned = "".join(" " if _is_control(character) else character for character in text if character not in _BIDI)
        cleaned = unicodedata.normalize("NFC", cleaned.encode(errors="ignore").decode())
        title = " ".join(cleaned.split())[: RecordingBusinessRules.MAX_TITLE_CHARACTERS].strip()
        return title if any(_is_visible(character) for character in title) else ""

    @staticmethod
    def _line(field: str, text: str, limit: int) -> str:
        _refuse_surrogates(field, text)
        line = unicodedata.normalize("NFC", text).strip()
        if not any(_is_visible(character) for character in line):
            raise RequestInvalid(field=FIELDS[field], reason=Phrase("it may not be empty"))
        if len(line) > limit:
            raise RequestInvalid(field=FIELDS[field], reason=Phrase("at most {limit} characters are kept", limit=limit))
        if any(_is_control(character) for character in line):
            raise RequestInvalid(
                field=FIELDS[field], reason=Phrase("line breaks and control characters are not allowed")
            )
        if _BIDI.intersection(line):
            raise RequestInvalid(
                field=FIELDS[field], reason=Phrase("characters that turn the direction of text are not allowed")
            )
        return line


def _refuse_surrogates(field: str, text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise RequestInvalid(field=FIELDS[field], reason=Phrase("it is not valid text")) from None


def _name_fault(name: str, size: int, limit: int) -> str:
    if any(_is_control(character) for character in name):
        return Phrase("it holds a line break or a control character")
    if _BIDI.intersection(name):
        return Phrase("it holds characters that turn the direction of text")
    if name.endswith((".", " ")):
        return Phrase("it ends with a dot or a space, which not every system can keep")
    if size > limit:
        return Phrase("it is longer than {limit} bytes", limit=limit)
    if _RESERVED.fullmatch(name):
        return Phrase("Windows keeps this name for a device")
    return ""


def _is_visible(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Zl", "Zp", "Zs") and character not in _BLANK


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Zl", "Zp")
