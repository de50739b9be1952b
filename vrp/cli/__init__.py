"""The command line: parses, opens the library, calls one service, prints. See docs/cli.md for the contract.

Exit codes: 0 done, 1 some refused or findings, 2 usage, 3 environment (disk, library, microphone, settings).
"""

from __future__ import annotations

import argparse
import builtins
import contextlib
import gc
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import vrp

DONE: Final = 0
SOME_REFUSED: Final = 1
USAGE: Final = 2
ENVIRONMENT: Final = 3
_BUNDLE_PARTS: Final = ("report", "logs", "metrics", "jobs", "schema", "settings", "crashes")
_LARGEST_ID: Final = 2**63 - 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["--audio-engine"]:
        return _audio_engine(words[1:])
    options = _parsed(_with_files_named(words))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter costs the letter
    try:
        code = _chosen(options.command)(options)
        if sys.stdout is not None:
            sys.stdout.flush()  # here, where its failure can still be told
        return code
    except KeyboardInterrupt:
        print("Stopped. What was finished before is kept.", file=sys.stderr)
        return ENVIRONMENT
    except OSError as error:  # of standard output: the commands tell of all others
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left to say has nowhere to go
        if isinstance(error, BrokenPipeError):
            return DONE
        print(f"vrp: What was done is kept, but it could not be shown ({error.strerror}).", file=sys.stderr)
        return ENVIRONMENT


def _parsed(words: list[str]) -> argparse.Namespace:
    """The window's options are tried alone first: those of all commands take a thirtieth of its start to make."""
    window = _window_parser()
    with contextlib.suppress(argparse.ArgumentError):
        options, rest = window.parse_known_args(words)
        if not rest:
            return options
    return _parser(window).parse_args(words)


def _with_files_named(words: list[str]) -> list[str]:
    """``vrp FILE…``, as a desktop starts it, is ``vrp --files FILE…``: a file that is there is no command."""
    place = 0
    while place < len(words) and words[place].startswith("-"):
        place += 2 if words[place] in ("--library", "--wait") else 1
    rest = words[place:]
    if rest and (os.sep in rest[0] or Path(rest[0]).suffix) and Path(rest[0]).exists():
        return [*words[:place], "--files", *rest]
    return words


def _chosen(command: str | None) -> Callable[[argparse.Namespace], int]:
    """What runs it; imported after parsing, so that --help and --version answer at once."""
    if command is None:
        _import_quickly()
        from vrp.cli import windowed

        return windowed.run
    if "vrp.cli.commands" not in sys.modules:
        _import_commands()
    from vrp.cli import commands

    return commands.run


def _import_commands() -> None:
    """Nothing that is imported is garbage: looking for some in it, now and at the end, costs a tenth of a list."""
    gc.disable()
    import vrp.cli.commands  # noqa: F401  # by `_chosen`

    gc.freeze()
    gc.enable()


def _import_quickly() -> None:
    """Nothing of what the window imports is garbage, and looking costs a tenth of its start.

    PySide6 hooks `import`, so that it can read in the source of every module whether that asks for a ``__feature__``
    of it. None does, and the reading costs another twentieth.
    """
    gc.disable()
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401  # which installs the hook

    builtins.__import__ = plain


def _audio_engine(words: Sequence[str]) -> int:
    match words:
        case ["capture"]:
            from vrp.backend.audio import capture_engine

            return capture_engine.main()
        case ["play"]:
            from vrp.backend.audio import playback_engine

            return playback_engine.main()
        case ["import"]:
            from vrp.app import import_engine

            return import_engine.main()
        case ["probe"]:
            from vrp.backend.audio import probe_child

            return probe_child.main()
    return USAGE


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        add_help=False, allow_abbrev=False, exit_on_error=False, parents=[_common(first=True)]
    )
    parser.add_argument("--safe-mode", action="store_true", help="open the window with default settings and no tasks")
    parser.add_argument("--quit-when-ready", action="store_true", help="close the window when all is there")
    parser.add_argument(
        "--files", nargs="+", type=_path, default=[], metavar="FILE", help="open the window and import these"
    )
    parser.add_argument(
        "--record", dest="first", action="store_const", const="record", default="", help="open the window and record"
    )
    parser.add_argument(
        "--import", dest="first", action="store_const", const="import_files", help="open the window and choose files"
    )
    parser.set_defaults(command=None)
    return parser


def _parser(window: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vrp",
        description="Voice Recorder Pro. Without a command it opens the window.",
        parents=[window],
    )
    parser.add_argument("--version", action="version", version=f"vrp {vrp.__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    common = [_common(first=False)]

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text, parents=common)

    importing = command("import", "Copy audio files, and those in folders, into the library.")
    importing.add_argument("paths", nargs="+", type=_path, metavar="PATH")
    importing.add_argument("--keep-both", action="store_true", help="keep files that are in the library already")
    record = command("record", "Record a take from the microphone.")
    record.add_argument("--seconds", type=_seconds, metavar="N", help="end after N seconds; without it, Ctrl+C ends")
    record.add_argument("--title", help="the recording's title; the time without it")
    listing = command("list", "List recordings, the newest first.")
    listing.add_argument(
        "--search", default="", metavar="TEXT", help="only those with TEXT in title, name, notes or tags"
    )
    listing.add_argument("--trash", action="store_true", help="Recently Deleted instead of the library")
    command("show", "Show one recording.").add_argument("id", type=_identifier)
    command("history", "Show what happened to one recording.").add_argument("id", type=_identifier)
    rename = command("rename", "Change the title of a recording.")
    rename.add_argument("id", type=_identifier)
    rename.add_argument("title")
    edit = command("edit", "Change what is written about a recording.")
    edit.add_argument("id", type=_identifier)
    edit.add_argument("--title", metavar="TEXT")
    edit.add_argument("--artist", metavar="TEXT")
    edit.add_argument("--notes", metavar="TEXT", help="the new notes; - reads them from standard input")
    tags = edit.add_mutually_exclusive_group()
    tags.add_argument("--tag", dest="tags", action="append", metavar="TEXT", help="all the tags, one each time")
    tags.add_argument("--no-tags", dest="tags", action="store_const", const=[], help="take all tags away")
    for name, text in (
        ("delete", "Move recordings to Recently Deleted."),
        ("undelete", "Take recordings back from Recently Deleted."),
        ("purge", "Remove recordings and their files for good."),
    ):
        command(name, text).add_argument("ids", nargs="+", type=_identifier, metavar="ID")
    command("verify", "Read every file and compare it with what was stored.")
    health = command("health", "Look for what is wrong with the library, its database, folders and disk.")
    health.add_argument("--deep", action="store_true", help="also read every file, as verify does")
    health.add_argument("--repair", action="store_true", help="mend what can be mended")
    _add_backup_commands(command)
    _add_exchange_commands(command)
    _add_support_commands(command)
    tour = command("tour", "Walk the whole job without a window, on samples, in a temporary library.")
    tour.add_argument(
        "--picture", metavar="FILE", help="where the picture of the window goes (default: ./vrp-tour.png)"
    )
    return parser


def _add_support_commands(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    bundle = command("diagnostics", "Save what a supporter needs, and nothing private, in one file.")
    bundle.add_argument("target", type=_path, metavar="OUT.zip", help="the new file")
    bundle.add_argument(
        "--without",
        action="append",
        metavar="PART",
        choices=_BUNDLE_PARTS,
        help=f"leave a part out: {', '.join(_BUNDLE_PARTS)}",
    )
    command("self-test", "Try everything on this computer, in a temporary library.")


def _add_exchange_commands(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    export = command("export", "Write recordings, and all that is known of them, into one file for other programs.")
    export.add_argument("ids", nargs="*", type=_identifier, metavar="ID", help="only these recordings")
    export.add_argument("--to", required=True, type=_path, metavar="FILE", help="the new file or folder")
    export.add_argument("--format", choices=("zip", "folder", "json", "csv"), default="zip")
    export.add_argument("--search", default="", metavar="TEXT", help="only those that the search finds")
    export.add_argument("--tag", default="", metavar="TEXT", help="only those with this tag")
    export.add_argument("--since", metavar="DAY", help="only those that were recorded on this day or later")
    export.add_argument("--until", metavar="DAY", help="only those that were recorded before this day")
    export.add_argument("--no-trash", action="store_true", help="without Recently Deleted")
    erase = command("erase", "Erase recordings for good: no backup brings them back.")
    erase.add_argument("ids", nargs="+", type=_identifier, metavar="ID")
    erase.add_argument("--receipt", type=_path, metavar="FILE", help="where to write the receipt as JSON")
    legacy = command("import-legacy", "Import the library of Voice Recorder Pro v2.")
    legacy.add_argument("folder", type=_path, metavar="DIR", help="the folder with its db and recordings")
    library = command("library", "Move the library to another folder.")
    moving = library.add_subparsers(dest="deed", metavar="move", required=True)
    text = "Move the library to an empty folder, on this disk or another; a crash leaves it whole at one of the two."
    move = moving.add_parser("move", help=text, description=text, parents=[_common(first=False)])
    move.add_argument("folder", type=_path, metavar="DIR", help="the new place: an empty folder, or one to be made")
    command("migrate", "Bring the library to the form of this version, after a proven backup.")


def _add_backup_commands(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    backup = command("backup", "Back up the library, and prove that the backup can be restored.")
    backup.add_argument("--to", type=_path, metavar="DIR", help="the backup folder")
    backup.add_argument("--clean-up", action="store_true", help="then remove old snapshots, as the settings say")
    backup.add_argument("--dry-run", action="store_true", help="only say which old snapshots would be removed")
    backups = command("backups", "List the snapshots in a backup folder, the oldest first.")
    prove = command("prove", "Restore a snapshot on trial, and read each of its files to the last byte.")
    prove.add_argument("snapshot", nargs="?", metavar="SNAPSHOT", help="the newest without it")
    restore = command("restore", "Restore a snapshot: the whole library, into a new folder, or single recordings.")
    restore.add_argument("snapshot", nargs="?", metavar="SNAPSHOT", help="see `vrp backups`; the newest without it")
    restore.add_argument("--into", type=_path, metavar="DIR", help="a new or empty folder, in place of the library's")
    restore.add_argument("--only", nargs="+", type=_identifier, metavar="ID", help="only these recordings")
    restore.add_argument("--undo", action="store_true", help="go back to the library as it was before the last restore")
    scrub = command("scrub", "Read every file again, and bring good copies of damaged ones from the backup folder.")
    rebuild = command("rebuild", "Make a lost or damaged database anew from the audio folder.")
    rebuild.add_argument("--force", action="store_true", help="although the database can be opened")
    for one in (backups, prove, restore, scrub, rebuild):
        one.add_argument("--from", dest="source", type=_path, metavar="DIR", help="the backup folder")


def _common(*, first: bool) -> argparse.ArgumentParser:
    """Options that may stand before or after the command's name."""
    default: dict[str, Any] = {"default": None} if first else {"default": argparse.SUPPRESS}
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--library", metavar="DIR", help="the library's folder", **default)
    wait: dict[str, Any] = {"default": 5.0} if first else default
    parser.add_argument("--wait", type=_seconds, metavar="N", help="seconds to wait for another process (5)", **wait)
    off: dict[str, Any] = {"default": False} if first else default
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output", **off)
    return parser


def _path(text: str) -> str:
    if not text:  # pathlib takes it for the current folder; people had a variable that was not set
        raise argparse.ArgumentTypeError("a path may not be empty")
    return text


def _identifier(text: str) -> int:
    with contextlib.suppress(ValueError):
        if 0 < (number := int(text)) <= _LARGEST_ID:
            return number
    raise argparse.ArgumentTypeError(f"{text} is not the number of a recording")


def _seconds(text: str) -> float:
    with contextlib.suppress(ValueError):
        if 0 <= (number := float(text)) < 1_000_000_000:
            return number
    raise argparse.ArgumentTypeError(f"{text} is not a number of seconds")
