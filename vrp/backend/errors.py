"""Every error that can reach a person, in one tree.

::

    VrpError
    ├── Cancelled                  the person asked for it; nobody is told
    ├── InternalFault              a bug of ours
    ├── ImportRefused              one source file cannot be imported; the others go on
    │   ├── SourceMissing          SourceNotRegular   SourceIsLink      SourceNoPermission
    │   ├── SourceEmpty            SourceTooLarge     SourceTypeUnknown SourceNameInvalid
    │   ├── SourcePathTooLong      SourceChanged      SourceUnreadable
    │   ├── ArchiveInvalid         ArchiveTooNew
    │   └── NotAudio               NoAudioStream      AudioDamaged      AudioImplausible   ProbeTimeout
    ├── ImportDied                 the process that imports for the window ended by itself
    ├── AlreadyInLibrary           the same sound is there already; skipped
    ├── RequestInvalid             a value that a person typed breaks a rule
    │   ├── SettingInvalid         …in the settings file or the environment
    │   └── RecordingNotFound      no such recording
    ├── SettingsNotWritable        the settings file cannot be written
    ├── LibraryFault               the library as a whole cannot be used now
    │   ├── LibraryMissing         LibraryInUse       LibraryTooNew     LibraryDamaged
    │   ├── LibraryNotWritable     DiskFull           DatabaseBusy      DatabaseFault
    │   ├── NotALibrary            DatabaseUnsupported DatabaseUnreachable
    │   └── DatabaseConflict       DatabaseConstraint
    ├── BackupFault                the backup folder, or a snapshot in it
    │   ├── BackupFolderMissing    BackupFolderNotWritable            BackupFolderFull  BackupFolderInUse
    │   ├── NotABackupFolder       BackupFolderTooNew BackupFolderUnreadable
    │   ├── SnapshotUnknown        SnapshotDamaged    SnapshotForeign   SnapshotTooNew    NothingToBackUp
    │   └── ServerToolFailed       ServerNeeded
    ├── RestoreRefused             a restore cannot begin: its target is not empty, or not restorable in place
    ├── LegacyUnreadable           the predecessor's library cannot be read
    ├── MigrationFailed            an upgrade of the database failed, and the library is as it was
    ├── RecordingErased            nobody brings it back
    ├── MoveRefused                a library cannot be moved there
    ├── RebuildRefused             a rebuild is not needed
    ├── ServiceSuspended           a service outside failed so often that it is left alone for a while
    ├── CaptureFault               the microphone or what lies between
    │   ├── NoMicrophone           MicrophoneLost     MicrophoneMoved   SoundServerGone
    │   └── FormatUnsupported      TakeDiskFull       TakeWriteFailed   EngineDied
    ├── ExportRefused              an export cannot be written
    │   └── ExportThere            ExportFull         ExportNotWritable
    ├── BundleRefused              a support bundle cannot be written
    │   └── BundleThere            BundleFull         BundleNotWritable BundleLeaks
    ├── SelfTestFailed             a step of the self-test did not do what it should
    ├── SidecarInvalid             a side file says nothing that could be used
    ├── OnBattery                  slow work that is not worth an empty battery
    └── PlaybackFault              PlaybackUnavailable                  FileUnplayable     PlaybackInterrupted

A class says what kind of thing failed; ``code`` is stable and is what a supporter asks for; ``what``, ``safe`` and
``action`` are the sentence for people: what happened, what is safe, what to do. ``retry`` is true where the same call
can succeed a moment later without anything else being changed.
"""

from __future__ import annotations

from typing import ClassVar

from vrp.backend.phrases import Phrase


class VrpError(Exception):
    """Base of all errors. Keyword arguments fill the placeholders of its sentences and are kept in ``params``.

    One that is itself said to people, such as most a ``reason``, is a `Phrase`: the window translates it too.
    """

    code: ClassVar[str] = "VRP-1000"
    what: ClassVar[str] = "Something went wrong: {reason}."
    safe: ClassVar[str] = "Your recordings are not affected."
    action: ClassVar[str] = "Try again; if it happens again, report the code."
    retry: ClassVar[bool] = False

    def __init__(self, **params: object) -> None:
        self.params = params
        super().__init__(self.message)

    @property
    def sentences(self) -> tuple[Phrase, ...]:
        """What happened, what is safe and what to do."""
        return tuple(self.said(words) for words in (self.what, self.safe, self.action) if words)

    def said(self, words: str) -> Phrase:
        """One of its sentences, with what this error tells in its places."""
        told = {name: value if isinstance(value, Phrase) else str(value) for name, value in self.params.items()}
        return Phrase(words, **told)

    @property
    def summary(self) -> Phrase:
        """What happened, in one sentence."""
        return self.sentences[0]

    @property
    def message(self) -> str:
        """What happened, what is safe and what to do, as one line."""
        return " ".join(self.sentences)


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


class ArchiveInvalid(ImportRefused):
    """An export, or a recording in it, cannot be read back; ``reason`` says why."""

    code = "VRP-1117"
    what = "“{name}” cannot be imported as an export: {reason}."
    action = "Make the export again, or unpack it and import the sound files."


class ArchiveTooNew(ImportRefused):
    code = "VRP-1118"
    what = "“{name}” was exported by a newer Voice Recorder Pro (form {found})."
    action = "Update Voice Recorder Pro."


class ImportDied(VrpError):
    """The process that imports for the window has ended in the midst of it."""

    code = "VRP-1119"
    what = "The import stopped: the part of the program that does it ended unexpectedly."
    safe = "The originals are untouched, and what was finished before is kept."
    action = "Import the files again; those that are in the library already are passed over."


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


class SettingsNotWritable(VrpError):
    """``path`` is the settings file."""

    code = "VRP-1304"
    what = "The settings could not be written to {path} ({reason})."
    safe = "They are as they were before, and so is the library."
    action = "Check the rights of its folder and the room on its disk."


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
    action = "Keep the folder as it is and run `vrp restore`, or `vrp rebuild` where there is no backup."


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


# --- Backups ----------------------------------------------------------------------------------------------------------


class BackupFault(VrpError):
    """The backup folder at ``path`` cannot be used, or a snapshot in it."""

    code = "VRP-1700"
    what = "The backup folder {path} cannot be used."
    safe = "The library is not affected."
    action = "Check the folder, or choose another one with --to or in the settings."


class BackupFolderMissing(BackupFault):
    code = "VRP-1701"
    what = "The backup folder {path} is not there."
    safe = "The library is not affected; no new folder was made in its place."
    action = (
        "Connect its disk, or choose another folder; "
        "if you removed it yourself, make the empty folder again and it starts anew."
    )


class BackupFolderNotWritable(BackupFault):
    code = "VRP-1702"
    what = "The backup folder {path} could not be written ({reason})."
    safe = "The library is not affected, and earlier backups are as they were."
    action = "Check the rights of the folder, and whether its disk is read-only or was unplugged."
    retry = True


class BackupFolderFull(BackupFault):
    code = "VRP-1703"
    what = "There is no room left on the disk of the backup folder {path}."
    safe = "The library is not affected, and earlier backups are as they were."
    action = "Free some room there, or choose another disk."


class BackupFolderInUse(BackupFault):
    code = "VRP-1704"
    what = "The backup folder {path} is in use by {holder}."
    action = "Wait until it has finished, or wait longer with --wait."
    retry = True


class NotABackupFolder(BackupFault):
    code = "VRP-1705"
    what = "The folder {path} holds other things and is not a backup folder."
    safe = "Nothing in it was touched."
    action = "Choose an empty folder, or one that does not exist yet."


class BackupFolderTooNew(BackupFault):
    code = "VRP-1706"
    what = "The backup folder {path} has the form of another version (format {found}; known: {known})."
    safe = "It was not touched."
    action = "Update Voice Recorder Pro, or choose another folder."


class BackupFolderUnreadable(BackupFault):
    code = "VRP-1707"
    what = "The backup folder {path} could not be read to its end ({reason})."
    action = "Check whether its disk was unplugged or is failing."
    retry = True


class SnapshotUnknown(BackupFault):
    """No valid snapshot has this name: one without a whole manifest does not exist."""

    code = "VRP-1710"
    what = "There is no snapshot “{snapshot}” in the backup folder {path}."
    safe = "Nothing was changed."
    action = "See `vrp backups` for those that there are."


class SnapshotDamaged(BackupFault):
    """A part of a snapshot is not what was stored; ``reason`` says which."""

    code = "VRP-1711"
    what = "The snapshot “{snapshot}” is damaged: {reason}."
    safe = "Nothing was changed; other snapshots may be whole."
    action = "Run `vrp prove` on the others, and make a new backup as long as the library is there."


class SnapshotForeign(BackupFault):
    code = "VRP-1712"
    what = "The snapshot “{snapshot}” is of another library than the one at {path}."
    safe = "Nothing was changed."
    action = "Restore it into a new folder with --into."


class NothingToBackUp(BackupFault):
    code = "VRP-1713"
    what = "There is no library at {path} that could be backed up."
    safe = "Nothing was changed."
    action = "Choose the library's folder with --library."


class SnapshotTooNew(BackupFault):
    code = "VRP-1714"
    what = "The snapshot “{snapshot}” was made by a newer Voice Recorder Pro (format {found})."
    safe = "Nothing was changed."
    action = "Update Voice Recorder Pro."


class ServerToolFailed(BackupFault):
    """``tool`` came with PostgreSQL and did not do its work."""

    code = "VRP-1715"
    what = "The program {tool} could not do its work: {reason}."
    safe = "Nothing was changed."
    action = "Install PostgreSQL's client programs, not older than the server, and look whether they reach it."


class ServerNeeded(BackupFault):
    """A snapshot whose database is of a server, without one, or the other way round."""

    code = "VRP-1716"
    what = "The snapshot “{snapshot}” holds the database of another kind of library: {reason}."
    safe = "Nothing was changed."
    action = "See the manual page on libraries that several recorders share."


class RestoreRefused(VrpError):
    """A restore cannot begin; ``reason`` says why."""

    code = "VRP-1720"
    what = "Nothing can be restored to {path}: {reason}."
    safe = "Nothing was changed."
    action = "Choose an empty folder with --into."


class RecordingErased(VrpError):
    code = "VRP-1724"
    what = "Recording {id} was erased for good, and does not come back with a backup."
    safe = "Nothing was changed."
    action = "Leave it out, and restore the others."


class MoveRefused(VrpError):
    """``path`` is the new place; ``reason`` says why not."""

    code = "VRP-1725"
    what = "The library cannot be moved to {path}: {reason}."
    safe = "It is where it was, and nothing in it was changed."
    action = "Choose an empty folder elsewhere."


class RebuildRefused(VrpError):
    code = "VRP-1721"
    what = "The library at {path} is not rebuilt: {reason}."
    safe = "Nothing was changed."
    action = "Use --force if you want it all the same; the database as it is stays beside the new one."


class SidecarInvalid(VrpError):
    """A side file is none of ours, or was changed."""

    code = "VRP-1722"
    what = "The side file {name} cannot be read."
    safe = "The sound beside it is not affected."
    action = "Run `vrp health --repair` while the library opens."


class OnBattery(VrpError):
    code = "VRP-1723"
    what = "The computer runs on its battery, and reading the whole library would empty it."
    action = "Connect it to the mains and try again."
    retry = True


class ExportRefused(VrpError):
    """``path`` is where the export should have gone."""

    code = "VRP-1730"
    what = "The export to {path} could not be written."
    safe = "The library is not affected, and nothing was left there."
    action = "Choose another place."


class ExportThere(ExportRefused):
    code = "VRP-1731"
    what = "There is something at {path} already."
    safe = "It was not touched."
    action = "Choose another name, or remove it first."


class ExportFull(ExportRefused):
    code = "VRP-1732"
    what = "There is no room for the export on the disk of {path}."
    action = "Free some room, or choose another disk."


class ExportNotWritable(ExportRefused):
    code = "VRP-1733"
    what = "The export to {path} could not be written ({reason})."
    action = "Check that the folder is there and may be written to."


class LegacyUnreadable(VrpError):
    """``path`` is the predecessor's folder."""

    code = "VRP-1740"
    what = "The library of Voice Recorder Pro v2 at {path} cannot be read: {reason}."
    safe = "Nothing in it was touched."
    action = "Choose the folder that holds its folders “db” and “recordings”."


class MigrationFailed(VrpError):
    """``log`` is the folder with the log of the attempt."""

    code = "VRP-1741"
    what = "The library at {path} could not be brought to the form of this version ({reason})."
    safe = "It is as it was before, and works with the version that you had."
    action = "Look into {log} for what happened, or report the code."


class BundleRefused(VrpError):
    """``path`` is where the support bundle should have gone."""

    code = "VRP-1750"
    what = "The support bundle {path} could not be written."
    safe = "The library is not affected, and nothing was left there."
    action = "Choose another place."


class BundleThere(BundleRefused):
    code = "VRP-1751"
    what = "There is something at {path} already."
    safe = "It was not touched."
    action = "Choose another name, or remove it first."


class BundleFull(BundleRefused):
    code = "VRP-1752"
    what = "There is no room for the support bundle on the disk of {path}."
    action = "Choose another disk."


class BundleNotWritable(BundleRefused):
    code = "VRP-1753"
    what = "The support bundle {path} could not be written ({reason})."
    action = "Check that the folder is there and may be written to."


class BundleLeaks(BundleRefused):
    """``part`` is the file inside that would have told ``kind``."""

    code = "VRP-1754"
    what = "The support bundle would have told {kind}, in its part {part}."
    safe = "It was not written, and nothing left this computer."
    action = "Leave that part out and save it again; report the code, for this is a mistake of the program."


class SelfTestFailed(VrpError):
    """``step`` did not give what it should, on samples in a temporary library."""

    code = "VRP-1760"
    what = "The self-test found that {step} does not work here: {reason}."
    safe = "Your library was not touched."
    action = "Save a support bundle and report the code."
