"""Takes out of a record what is nobody's business, before it is written anywhere.

Secrets and e-mail addresses go; the home folder becomes ``~``; titles, names and what a path is called become a short
mark such as ``#3fa85f64``, the same for the same word in one library and telling nothing in any other. Only the value
itself is replaced: the words around it stay, so that a line is still understood. What is no value of its own, a title
in the middle of a sentence without quotation marks, cannot be seen here; the support bundle looks for those by their
words.

Pure: what it knows of the computer and the library is handed in.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Callable
from enum import Enum
from itertools import pairwise
from typing import Final

GONE: Final = "[redacted]"
MAIL: Final = "[e-mail]"

_SECRETS: Final = (
    r"passw(?:or)?d|passphrase|passwd|pwd|secret|token|api[_-]?key|private[_-]?key|authorization|cookie|credential"
)
_SECRET_NAME: Final = re.compile(_SECRETS, re.IGNORECASE)
_PRIVATE: Final = """
    title titles filename file_name original_name original_filename note notes tag tags artist album comment search
    label item device device_name microphone output host hostname user username user_name owner email mail author
    """
_PRIVATE_NAMES: Final = frozenset(_PRIVATE.split())
_PATH_NAMES: Final = re.compile(r"(?:^|_)(?:path|paths|folder|file|place|root|source|target|directory)$")
_SUFFIXES: Final = """
    wav wave mp3 flac ogg oga opus m4a m4b mp4 aac aif aiff aifc wma webm mka mkv mov amr 3gp caf au w64 rf64 ac3 ape wv
    """
_AUDIO: Final = "|".join(_SUFFIXES.split())

# A value that none of these is found in has nothing to be taken out.
_SUSPECT: Final = re.compile(rf"[@/\\=:“\"'‘]|[\w-]{{20,}}|(?i:bearer|basic)|\.(?i:{_AUDIO})\b|sk-|AKIA|xox")
_SHAPES: Final = (
    r"eyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?|\bgh[pousr]_\w{16,}|\bgithub_pat_\w{16,}|\bsk-[\w-]{16,}"
    r"|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bxox[abprs]-[\w-]{8,}|\bglpat-[\w-]{12,}|\bya29\.[\w-]{12,}|\bAIza[\w-]{20,}"
)
_INNER: Final = r"[^\s\"'“”‘’<>|*?]"  # a letter of a path that nobody quoted
# Where a name with blanks ends is known only by its suffix, so that it is followed no further than eight words.
_REST: Final = rf"(?:(?:[ ]{_INNER}+){{0,8}}?\.(?i:{_AUDIO})\b)?"
_ALL: Final = re.compile(
    rf"""
      (?P<url>\b[A-Za-z][A-Za-z0-9+.-]*://[^\s"'<>“”]+)
    | (?P<token>{_SHAPES})
    | (?P<scheme>\b(?:[Bb]earer|BEARER|[Bb]asic))(?P<blank>[ ]+)(?P<given>[A-Za-z0-9._~+/=-]{{8,}})
    | (?P<key>\b[\w-]*(?i:{_SECRETS})[\w-]*)(?P<mid>["']?[ ]*[:=][ ]*(?:(?:[Bb]earer|[Bb]asic)[ ]+)?)
      (?P<value>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s,;&"']+)
    | (?P<mail>[\w.+%-]+@[\w-]+(?:\.[\w-]+)+)
    | “(?P<title>[^“”]*)”
    | (?P<quote>["'‘])(?P<quoted>[^"'‘’\n]*(?:[/\\][^"'‘’\n]*|\.(?i:{_AUDIO})))(?P<close>["'’])
    | (?P<windows>(?<!\w)(?:[A-Za-z]:[\\/]|\\\\)(?:{_INNER})+{_REST})
    | (?P<posix>(?<![\w/.)\]])(?:~|/(?=[\w.~]))(?:{_INNER})*{_REST})
    | (?P<name>(?<![\w#])[\w().+-]+\.(?i:{_AUDIO})\b)
    | (?P<long>(?<![\w-])[A-Za-z0-9_+-]{{20,}}={{0,2}}(?![\w-]))
    """,
    re.VERBOSE,
)

# Folders and files that say nothing about anybody.
_COMMON: Final = """
    ~ . .. audio takes database staging cache logs crashes aside recorders library library.db library.db-wal
    library.db-shm library.lock library.id CURRENT RESTORING app.log faults.log settings.toml manifest.json take.wav
    packs snapshots backup backups voice-recorder-pro .config .local
    home Users root usr bin sbin lib lib64 local share state etc var tmp opt dev proc sys run media mnt srv user pulse
    native Volumes Library Application Support AppData Local Roaming ProgramData Windows System32 Program Files
    Documents Music Desktop Downloads Recordings
    """
_KNOWN: Final = frozenset(_COMMON.split())
_NAMELESS: Final = re.compile(
    r"[0-9a-f]{2}|[0-9]{1,6}|[0-9a-f]{32}(?:\.\w{1,8})?|#[0-9a-f]{8}(?:\.\w{1,5})?|[A-Z]:|app\.log(?:\.\d+)?|\d{8}T\d{6}Z?[\w-]*"
)
_MARK: Final = re.compile(r"#[0-9a-f]{8}")
_SUFFIX: Final = re.compile(rf"\.(?i:{_AUDIO}|json|db|log|toml|zip|csv|txt)$")
_CHANGING: Final = 0.2  # or such a share of neighbours that are of different kinds
_CHANGING_LETTERS: Final = 0.3  # where there is no digit among them
_PLAIN: Final = re.compile(r"[0-9a-f-]+|[0-9A-F-]+|\d{8}T\d{6}Z[\w-]*")
_MIXED: Final = 3  # so many letters of each kind make a long word a key
_CODE: Final = re.compile(r"[/\\](?=(?:vrp|site-packages|migrations|tests|lib[/\\]python[\d.]+)[/\\])")


class _Carries(Enum):
    """What the values of a field are, by the field's name."""

    TEXT, PATH, PRIVATE, SECRET = range(4)


@functools.lru_cache(maxsize=1024)  # the names of fields stand in the program, and few come from elsewhere
def _carries(name: str) -> _Carries:
    if _SECRET_NAME.search(name):
        return _Carries.SECRET
    if name in _PRIVATE_NAMES:
        return _Carries.PRIVATE
    return _Carries.PATH if _PATH_NAMES.search(name) else _Carries.TEXT


def salt_of(identity: bytes) -> bytes:
    """The salt of the library whose ``library.id`` says ``identity``."""
    return hashlib.sha256(identity).digest()


class Redactor:
    """``home`` becomes ``~``; ``salt`` is the library's own. ``verbose`` leaves titles and names, and never secrets."""

    def __init__(self, *, home: str = "", salt: bytes = b"", verbose: bool = False) -> None:
        self.verbose = verbose
        self._home = home.rstrip("/\\")
        self._salt = salt

    def field(self, name: str, value: str) -> str:
        """The value of a field, by the field's name and by what it looks like."""
        carries = _carries(name)
        if carries is _Carries.SECRET:
            return GONE
        if carries is _Carries.PRIVATE:
            return self.text(value) if self.verbose else self.mark(value)
        if carries is _Carries.PATH and ("/" in value or "\\" in value) and "://" not in value:
            return self.path(value)
        return self.text(value)

    def text(self, text: str) -> str:
        """Any text: a message of a library, a line of a trace."""
        if _SUSPECT.search(text) is None:
            return text
        return _ALL.sub(self._replaced, text)

    def mark(self, value: str) -> str:
        """What stands for a private word."""
        if not value or _MARK.fullmatch(value):
            return value
        data = value.encode("utf-8", "surrogatepass")
        return f"#{hashlib.blake2s(data, digest_size=4, key=self._salt[:32]).hexdigest()}"

    def path(self, path: str) -> str:
        """A path of which only what every computer has is left: ``~/Music/#3fa85f64.wav``."""
        if path.endswith((".py", ".so", ".pyc")):
            return _code(path)
        if self.verbose:
            return self._at_home(path)
        parts = re.split(r"([/\\])", self._at_home(path))
        users = False
        for index, part in enumerate(parts):
            if part in ("/", "\\", ""):
                continue
            if users or not (part in _KNOWN or _NAMELESS.fullmatch(part)):
                suffix = _SUFFIX.search(part)
                parts[index] = self.mark(part) + (suffix[0] if suffix else "")
            users = part in ("home", "Users")
        return "".join(parts)

    def _at_home(self, path: str) -> str:
        if self._home and path.startswith(self._home) and path[len(self._home) :][:1] in ("", "/", "\\"):
            return "~" + path[len(self._home) :]
        return path

    def _replaced(self, match: re.Match[str]) -> str:
        kind = match.lastgroup or ""
        rule = _RULES.get(kind)
        return rule(self, match) if rule is not None else match[0]


def _code(path: str) -> str:
    """A path of the program or of a library, without where it is installed."""
    places = list(_CODE.finditer(path))
    start = places[-1].end() if places else max(path.rfind("/"), path.rfind("\\")) + 1
    return f"…/{path[start:]}"


def _url(redactor: Redactor, match: re.Match[str]) -> str:
    scheme, _, rest = match[0].partition("://")
    if scheme.casefold() == "file":
        return f"file://{redactor.path(rest)}"
    server, slash, path = rest.partition("/")
    account, at, host = server.rpartition("@")
    host, question, _ = host.partition("?")
    shown = f"{scheme}://{GONE + '@' if at and account else ''}{host}"
    tail = path.rstrip(".,;:)!?")
    return shown + (f"/…{path[len(tail) :]}" if slash and tail else slash + path) + ("?…" if question else "")


def _scheme(_: Redactor, match: re.Match[str]) -> str:
    given = match["given"]
    like_a_secret = len(given) >= 20 or not given.isalpha() or not (given.islower() or given.istitle())
    return f"{match['scheme']}{match['blank']}{GONE}" if like_a_secret else match[0]


def _key(_: Redactor, match: re.Match[str]) -> str:
    value = match["value"]
    if value.strip("\"'").startswith(GONE[:-1]):  # it was here before
        return match[0]
    quote = value[0] if value[0] in "\"'" else ""
    end = "" if quote else value[len(value.rstrip(").]}")) :]
    return f"{match['key']}{match['mid']}{quote}{GONE}{quote}{end}"


def _title(redactor: Redactor, match: re.Match[str]) -> str:
    return match[0] if redactor.verbose else f"“{redactor.mark(match['title'])}”"


def _quoted(redactor: Redactor, match: re.Match[str]) -> str:
    inner = match["quoted"]
    if not re.search(r"^(?:[~/\\]|[A-Za-z]:[\\/])|\.\w{1,5}$", inner):
        return match["quote"] + redactor.text(inner) + match["close"]
    return match["quote"] + redactor.path(inner) + match["close"]


def _bare_path(redactor: Redactor, match: re.Match[str]) -> str:
    whole = match[0]
    path = whole.rstrip(".,;:)]}!")
    return redactor.path(path) + whole[len(path) :]


def _long(_: Redactor, match: re.Match[str]) -> str:
    """Long words in which capitals, small letters and digits change again and again are keys.

    Checksums, identifiers, times and words written together are not.
    """
    text = match[0]
    if _PLAIN.fullmatch(text):
        return text
    counts = [sum(map(test, text)) for test in (str.isupper, str.islower, str.isdigit)]
    changes = sum(_kind(one) != _kind(other) for one, other in pairwise(text) if one.isalnum() and other.isalnum())
    share = _CHANGING if min(counts) else _CHANGING_LETTERS
    is_key = min(counts) >= _MIXED or changes >= share * len(text)
    return GONE if is_key else text


def _kind(letter: str) -> int:
    return 0 if letter.isdigit() else 1 if letter.isupper() else 2


_RULES: Final[dict[str, Callable[[Redactor, re.Match[str]], str]]] = {
    "url": _url,
    "token": lambda _, __: GONE,
    "given": _scheme,
    "value": _key,
    "mail": lambda _, __: MAIL,
    "title": _title,
    "close": _quoted,
    "windows": _bare_path,
    "posix": _bare_path,
    "name": _bare_path,
    "long": _long,
}
