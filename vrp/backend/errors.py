"""Every error that can reach a person, in one tree.

::

    VrpError
    ├── Cancelled                  the person asked for it; nobody is told
    ├── InternalFault              a bug of ours
    ├── ImportRefused              one source file cannot be imported; the others go on
    │   ├── SourceMissing          SourceNotRegular   SourceIsLink      SourceNoPermission
    │   ├── SourceEmpty            SourceTooLarge     SourceTypeUnknown SourceNameInvalid
    │   ├── SourcePathTooLong      SourceChanged      SourceUnreadable
    │   └── NotAudio               NoAudioStream      AudioDamaged      AudioImplausible   ProbeTimeout
    ├── AlreadyInLibrary           the same sound is there already; skipped
    ├── RequestInvalid             a value that a person typed breaks a rule
    │   ├── SettingInvalid         …in the settings file or the environment
    │   └── RecordingNotFound      no such recording
    ├── LibraryFault               the library as a whole cannot be used now
    │   ├── LibraryMissing         LibraryInUse       LibraryTooNew     LibraryDamaged
    │   ├── LibraryNotWritable     DiskFull           DatabaseBusy      DatabaseFault
    │   ├── NotALibrary            DatabaseUnsupported DatabaseUnreachable
    │   └── DatabaseConflict       DatabaseConstraint
    ├── ServiceSuspended           a service outside failed so often that it is left alone for a while
    ├── CaptureFault               the microphone or what lies between
    │   ├── NoMicrophone           MicrophoneLost     MicrophoneMoved   SoundServerGone
    │   └── FormatUnsupported      TakeDiskFull       TakeWriteFailed   EngineDied
    └── PlaybackFault              PlaybackUnavailable                  FileUnplayable     PlaybackInterrupted

A class says what kind of thing failed; ``code`` is stable and is what a supporter asks for; ``what``, ``safe`` and
``action`` are the sentence for people: what happened, what is safe, what to do. ``retry`` is true where the same call
can succeed a moment later without anything else being changed.
"""

from __future__ import annotations

from typing import ClassVar


class VrpError(Exception):
    """Base of all errors. Keyword arguments fill the placeholders of ``what`` and are kept in ``params``."""

    code: ClassVar[str] = "VRP-1000"
    what: ClassVar[str] = "Something went wrong: {reason}."
    safe: ClassVar[str] = "Your recordings are not affected."
    action: ClassVar[str] = "Try again; if it happens again, report the code."
    retry: ClassVar[bool] = False

    def __init__(self, **params: object) -> None:
        self.params = params
        super().__init__(self.message)

    @property
    def summary(self) -> str:
        """What happened, in one sentence."""
        return self.what.format_map(_Placeholders(self.params))

    @property
    def message(self) -> str:
        """What happened, what is safe and what to do, as one line."""
        return " ".join(part for part in (self.summary, self.safe, self.action) if part)


class _Placeholders(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "?"


class Cancelled(VrpError):
    """Raised out of a progress report when the person pressed Cancel."""

    code = "VRP-1001"
    what = "Cancelled."
    safe = "What was finished before is kept."
    action = ""


class InternalFault(VrpError):
    """A fault of the program. ``reason`` names the exception's class, never its text, which may hold private data."""

    code = "VRP-1002"
    what = "The program made a mistake ({reason})."


# --- Import -----------------------------------------------------------------------------------------------------------


class ImportRefused(VrpError):
    """One source file is refused. ``name`` is its file name."""

    code = "VRP-1100"
    what = "“{name}” could not be imported."
    safe = "The original is untouched and nothing of it was added."
    action = "Check the file and import it again."


class SourceMissing(ImportRefused):
    code = "VRP-1101"
    what = "“{name}” is not there (any more)."
    action = "Check the path, or whether its disk is still connected."


class SourceNotRegular(ImportRefused):
    code = "VRP-1102"
    what = "“{name}” is {kind}, not a file."
    action = "Choose an audio file or a folder with audio files."


class SourceIsLink(ImportRefused):
    code = "VRP-1103"
    what = "“{name}” is a link, and links are not followed."
    action = "Import the file that it points to."


class SourceNoPermission(ImportRefused):
    code = "VRP-1104"
    what = "“{name}” may not be read by you."
    action = "Ask its owner for permission, or copy it to a place of your own."


class SourceEmpty(ImportRefused):
    code = "VRP-1105"
    what = "“{name}” is empty."
    action = "Find another copy of it."


class SourceTooLarge(ImportRefused):
    code = "VRP-1106"
    what = "“{name}” has {size}, more than the limit of {limit}."
    action = "Raise imports.max_file_mb in the settings, or split the file."


class SourceTypeUnknown(ImportRefused):
    code = "VRP-1107"
    what = "“{name}” is not of a type that can be imported."
    action = "These can: {allowed}."

    @property
    def message(self) -> str:
        action = self.action.format_map(_Placeholders(self.params))
        return f"{self.summary} {self.safe} {action}"


class SourceNameInvalid(ImportRefused):
    code = "VRP-1108"
    what = "“{name}” has a name that cannot be kept: {reason}."
    action = "Rename the file and import it again."


class SourcePathTooLong(ImportRefused):
    code = "VRP-1109"
    what = "“{name}” lies at a path that is too long for this system."
    action = "Move it to a folder nearer to the top."


class SourceChanged(ImportRefused):
    code = "VRP-1110"
    what = "“{name}” changed while it was read."
    action = "Wait until the other program has finished with it and import it again."
    retry = True


class SourceUnreadable(ImportRefused):
    code = "VRP-1111"
    what = "“{name}” could not be read to its end ({reason})."
    action = "Its disk may be failing: copy it elsewhere first."


class NotAudio(ImportRefused):
    code = "VRP-1112"
    what = "“{name}” is not audio, whatever its name says."
    action = "Open it in another program to see what it is."


class NoAudioStream(ImportRefused):
    code = "VRP-1113"
    what = "“{name}” has no sound in it."
    action = "A video without sound cannot be kept here."


class AudioDamaged(ImportRefused):
    code = "VRP-1114"
    what = "“{name}” is damaged: no sound in it can be played."
    action = "Find another copy of it."


class AudioImplausible(ImportRefused):
    code = "VRP-1115"
    what = "“{name}” claims {claim}, which no recording has."
    action = "The file is broken or was made to harm; find another copy."


class ProbeTimeout(ImportRefused):
    code = "VRP-1116"
    what = "“{name}” could not be examined within its limits of time and memory."
    action = "The file is broken or was made to harm; find another copy."


class AlreadyInLibrary(VrpError):
    """The same bytes are already a recording; ``id`` names it."""

    code = "VRP-1120"
    what = "“{name}” is already in the library."
    safe = "Nothing was added twice."
    action = "Use --keep-both to keep a second copy."


# --- Requests ---------------------------------------------------------------------------------------------------------


class RequestInvalid(VrpError):
    """A value breaks a rule. ``field`` names it, ``reason`` says what is allowed."""

    code = "VRP-1301"
    what = "{field}: {reason}."
    safe = "Nothing was changed."
    action = "Change the value and try again."


class SettingInvalid(RequestInvalid):
    """``key`` is the dotted name, ``value`` what was found, ``allowed`` what may stand there, ``source`` where."""

    code = "VRP-1302"
    what = "The setting {key} = {value} ({source}) is not valid: {allowed}."
    safe = "Nothing was changed."
    action = "Correct it there, or remove it to get the default."


class RecordingNotFound(RequestInvalid):
    code = "VRP-1303"
    what = "There is no recording {id}."
    action = "See `vrp list` (and `vrp list --trash`) for those that there are."


# --- Library ----------------------------------------------------------------------------------------------------------


class LibraryFault(VrpError):
    """The library cannot be used now. ``path`` is its folder."""

    code = "VRP-1200"
    what = "The library at {path} cannot be used."
    safe = "Nothing in it was changed."
    action = "Check the folder."


class LibraryMissing(LibraryFault):
    code = "VRP-1201"
    what = "The library at {path} is not there, though it was before."
    safe = "No new library was made in its place."
    action = (
        "Connect its disk, or choose another folder with --library; "
        "if you removed it yourself, make the empty folder again and it starts anew."
    )


class LibraryInUse(LibraryFault):
    code = "VRP-1202"
    what = "The library at {path} is in use by {holder}."
    safe = "Nothing was changed."
    action = "Close that program, or wait longer with --wait."
    retry = True


class LibraryTooNew(LibraryFault):
    code = "VRP-1203"
    what = "The library at {path} was made by a newer Voice Recorder Pro (format {found}; this one knows {known})."
    safe = "It was not touched."
    action = "Update Voice Recorder Pro."


class LibraryDamaged(LibraryFault):
    code = "VRP-1204"
    what = "The library at {path} is damaged: {reason}."
    safe = "Nothing was changed; the audio files lie in its folder “audio” and play in any player."
    action = "Keep the folder as it is and restore the database from a backup."


class LibraryNotWritable(LibraryFault):
    code = "VRP-1205"
    what = "The library at {path} may not be written ({reason})."
    action = "Check the rights of the folder, and whether its disk is read-only."


class DiskFull(LibraryFault):
    code = "VRP-1206"
    what = "There is no room left on the disk of {path}."
    safe = "Everything that was in the library is still there."
    action = "Free some room and try again."


class DatabaseBusy(LibraryFault):
    code = "VRP-1207"
    what = "The library's database was busy for too long."
    action = "Try again; another program may be holding it."
    retry = True


class DatabaseFault(LibraryFault):
    code = "VRP-1208"
    what = "The library's database refused an operation ({reason})."
    action = "Try again; if it happens again, run `vrp verify`."


class NotALibrary(LibraryFault):
    code = "VRP-1209"
    what = "The folder {path} holds other things and is not a library."
    safe = "Nothing in it was touched."
    action = "Choose an empty folder, or one that does not exist yet."


class DatabaseUnsupported(LibraryFault):
    code = "VRP-1210"
    what = "The database address {path} cannot be used: {reason}."
    safe = "Nothing was changed."
    action = "Set DATABASE_URL to sqlite:////path/library.db or postgresql://user@server/database, or remove it."


class DatabaseUnreachable(LibraryFault):
    """The database server went away, is starting or ending, or takes no more connections."""

    code = "VRP-1211"
    what = "The library's database server at {path} does not answer."
    safe = "What was saved before is safe there; nothing of this change was."
    action = "Check that the server runs and the network is there, then try again."
    retry = True


class DatabaseConflict(LibraryFault):
    """Another recorder changed the same rows at the same time: a serialization failure or a deadlock."""

    code = "VRP-1212"
    what = "Another recorder changed the same recordings at the same moment."
    action = "Try again."
    retry = True


class DatabaseConstraint(LibraryFault):
    """A row breaks a rule that the database keeps itself; ``reason`` names the kind, never the value."""

    code = "VRP-1213"
    what = "The library's database refused a value that breaks its rules ({reason})."
    action = "Report the code: the program should have told you before."


# --- Services outside -------------------------------------------------------------------------------------------------


class ServiceSuspended(VrpError):
    """``service`` failed several times in a row and is asked again after ``seconds``."""

    code = "VRP-1600"
    what = "{service} failed several times and is left alone for {seconds} s."
    action = "Wait, or press Reset in the diagnostics once its trouble is over."
    retry = True


# --- Capture ----------------------------------------------------------------------------------------------------------


class CaptureFault(VrpError):
    code = "VRP-1400"
    what = "Recording is not possible now."
    safe = "What was recorded so far is kept."
    action = "Check the microphone and press Record again."


class NoMicrophone(CaptureFault):
    code = "VRP-1401"
    what = "No microphone was found."
    safe = "The library is not affected."
    action = "Connect a microphone; it appears in the list by itself."
    retry = True


class MicrophoneLost(CaptureFault):
    code = "VRP-1402"
    what = "The microphone “{device}” is gone."
    action = "Connect it again, or choose another one, and press Record for a new take."


class MicrophoneMoved(CaptureFault):
    code = "VRP-1403"
    what = "The system moved the recording from “{device}” to another source."
    action = "Choose the microphone that you want and press Record for a new take."


class SoundServerGone(CaptureFault):
    code = "VRP-1404"
    what = "The system's sound service is not there, or stopped sending sound."
    action = "It is tried again by itself; press Record when the level moves."
    retry = True


class FormatUnsupported(CaptureFault):
    code = "VRP-1405"
    what = "The microphone “{device}” cannot record {format}."
    action = "Choose another preset."


class TakeDiskFull(CaptureFault):
    code = "VRP-1406"
    what = "The disk is full: recording stopped."
    action = "Free some room before the next take."


class TakeWriteFailed(CaptureFault):
    code = "VRP-1407"
    what = "The recording could not be written on ({reason})."
    action = "Check the library's disk before the next take."


class EngineDied(CaptureFault):
    code = "VRP-1408"
    what = "The part of the program that listens to the microphone stopped."
    action = "It has been started again; press Record for a new take."
    retry = True


# --- Playback ---------------------------------------------------------------------------------------------------------


class PlaybackFault(VrpError):
    code = "VRP-1500"
    what = "Playing is not possible now."
    safe = "The recording is not affected."
    action = "Try again."


class PlaybackUnavailable(PlaybackFault):
    code = "VRP-1501"
    what = "The system's sound service does not answer."
    action = "Press Play again when sound works in other programs."
    retry = True


class FileUnplayable(PlaybackFault):
    code = "VRP-1502"
    what = "This file cannot be played ({reason})."
    action = "Check it with `vrp verify`."


class PlaybackInterrupted(PlaybackFault):
    code = "VRP-1503"
    what = "Playing stopped for a moment and goes on at the same place."
    action = "Nothing needs to be done."
