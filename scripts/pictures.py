"""Makes the pictures of the README from the real window. Run it from the tree: `make pictures`.

The library is real and temporary, its recordings are those of resources/samples; only the microphone is scripted, so
that the pictures are the same on every machine.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # started by its path, the tree is not on the search path
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np  # noqa: E402  # after the search path
from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from tests.support.many import make_many  # noqa: E402
from tests.support.stubs import DialogsStub, PlayerStub, RecorderStub  # noqa: E402
from vrp.app.opening import Backend, Opening, open_backend  # noqa: E402
from vrp.backend.domain.audit import Action  # noqa: E402
from vrp.backend.domain.takes import InputDevice, Level, RecorderState  # noqa: E402
from vrp.backend.errors import DiskFull  # noqa: E402
from vrp.backend.jobs.runner import JobRunner  # noqa: E402
from vrp.backend.logs import tail  # noqa: E402
from vrp.backend.persistence.recordings import RecordingRepository  # noqa: E402
from vrp.backend.services.diagnostics import DiagnosticsService  # noqa: E402
from vrp.ui.actions import ActionId  # noqa: E402
from vrp.ui.language import speak  # noqa: E402
from vrp.ui.main_window import MainWindow  # noqa: E402
from vrp.ui.messages import from_error  # noqa: E402
from vrp.ui.services import Services  # noqa: E402
from vrp.ui.texts import room_left  # noqa: E402
from vrp.ui.theme import Scheme, Theme  # noqa: E402

if TYPE_CHECKING:
    from vrp.backend.domain.recordings import Recording

SIZE = (1100, 720)
LIBRARY = "Recordings"
TARGET = ROOT / "docs" / "pictures"
# Title and hours ago of each row; the samples take turns.
ROWS = (
    ("Interview with Amara Okafor", 2), ("Note to self: museum", 5), ("Opening melody, second try", 20),
    ("Bell of St Mary’s", 27), ("Forty tapes, part 2", 50), ("Idea for the ending", 74), ("Choir rehearsal", 99),
    ("Harbour, morning", 190), ("Forty tapes, part 1", 240), ("Call the archive", 300), ("Lullaby", 420),
)  # fmt: skip


# Each in a process of its own: a language and a size of everything are chosen before the window.
OTHERS = {
    "german": {"VRP_PICTURES_LANGUAGE": "de"},
    "arabic": {"VRP_PICTURES_LANGUAGE": "ar"},
    "double": {"QT_SCALE_FACTOR": "2"},
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=TARGET)
    parser.add_argument("--only", choices=OTHERS, help="only this one, as the script calls itself")
    options = parser.parse_args()
    target: Path = options.into
    target.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    speak(application, os.environ.get("VRP_PICTURES_LANGUAGE", "en"))
    theme = Theme(Scheme.LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        if options.only:
            with open_window(Path(folder) / "full" / LIBRARY, theme, filled=True) as stage:
                stage.play(0.31)
                stage.save(target / f"{options.only}.png")
            return
        with open_window(Path(folder) / "empty" / LIBRARY, theme) as stage:
            stage.save(target / "empty.png")
        with open_window(Path(folder) / "full" / LIBRARY, theme, filled=True) as stage:
            every_scene(stage, theme, target)
        make_many(Path(folder) / "many" / LIBRARY, 100_000, files=1)
        with open_window(Path(folder) / "many" / LIBRARY, theme) as stage:
            stage.save(target / "many.png")
    application.quit()
    for name, environment in OTHERS.items():
        words = [sys.executable, __file__, "--into", str(target), "--only", name]
        subprocess.run(words, check=True, env=os.environ | environment)
    for picture in sorted(target.glob("*.png")):
        print(picture.relative_to(Path.cwd()) if picture.is_relative_to(Path.cwd()) else picture)


def every_scene(stage: Stage, theme: Theme, target: Path) -> None:
    stage.play(0.31)
    for scheme in (Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST):
        theme.choose(scheme)
        stage.save(target / f"{scheme}.png")
    theme.choose(Scheme.LIGHT)
    stage.record()
    stage.save(target / "recording.png")
    stage.recorder.become(RecorderState.READY)
    fault = DiskFull(path="/media/recordings")
    stage.window.messages.post(from_error("picture", fault))
    stage.save(target / "error.png")
    stage.window.messages.dismiss()
    stage.window.actions_[ActionId.DIAGNOSTICS].trigger()
    stage.settle(600)
    stage.save(target / "diagnostics.png")
    stage.window.actions_[ActionId.DIAGNOSTICS].trigger()
    stage.window.actions_[ActionId.SETTINGS].trigger()
    dialog = stage.dialogs.shown[-1]
    dialog.show()
    stage.settle()
    dialog.grab().save(str(target / "settings.png"))
    dialog.hide()
    write_details(stage)
    for scheme in (Scheme.DARK, Scheme.LIGHT):
        theme.choose(scheme)
        details_scenes(stage, scheme, target)


def write_details(stage: Stage) -> None:
    window = stage.window
    first, second, third, *_ = (one for row in range(3) if (one := window.model.recording(row)) is not None)
    window.edits.add_tag([first, second], "archive")
    window.edits.add_tag([first, third], "oral history")
    stage.settle()
    notes = "In her kitchen. The harbour before the war, the forty tapes her father kept.\nAsk again about 1961."
    window.edits.write_notes(first, notes, 0)
    stage.settle()


def details_scenes(stage: Stage, scheme: Scheme, target: Path) -> None:
    """One recording selected, several, and what a search found in notes."""
    window, table = stage.window, stage.window.library.table
    table.selectRow(0)
    stage.save(target / f"details-{scheme}.png")
    ids = [one.id for row in range(3) if (one := window.model.recording(row)) is not None]
    table.select(ids)
    stage.settle()
    window.details.several.pattern.setText("{date} {title}")
    stage.save(target / f"several-{scheme}.png")
    window.details.several.pattern.clear()
    window.library.search.setText("harbour")
    stage.settle(300)
    table.selectRow(0)
    stage.save(target / f"search-{scheme}.png")
    window.library.search.clear()
    stage.settle(300)


class Stage:
    """The window, and what one does with it for a picture."""

    def __init__(self, window: MainWindow, recorder: RecorderStub, player: PlayerStub, dialogs: DialogsStub) -> None:
        self.window, self.recorder, self.player, self.dialogs = window, recorder, player, dialogs

    def settle(self, milliseconds: int = 60) -> None:
        """Let the window paint and the jobs end."""
        deadline = time.monotonic() + 20
        while True:
            wait(milliseconds)
            if not self.window.services.runner.running or time.monotonic() > deadline:
                return

    def play(self, share: float) -> None:
        while (recording := self.window.library.table.current) is None:
            wait(34)
            self.window.library.table.selectRow(0)
        self.window.playback.play(recording)
        self.settle(400)
        self.player.seek(recording.duration * share)
        for level in speech(12):
            self.recorder.level = level
            wait(34)

    def record(self) -> None:
        self.player.pause()
        self.recorder.record()
        for frame, level in enumerate(speech(150)):
            self.recorder.level, self.recorder.elapsed = level, 198 + frame / 30
            wait(34)

    def save(self, path: Path) -> None:
        self.settle()
        self.window.grab().save(str(path))


@contextmanager
def open_window(folder: Path, theme: Theme, *, filled: bool = False) -> Iterator[Stage]:
    folder.parent.mkdir(parents=True, exist_ok=True)
    os.environ["HOME"] = str(folder.parent)  # the pictures name places from there on
    os.environ["VRP_CONFIG"] = str(folder.parent / "settings.toml")
    with ExitStack() as stack:
        backend = stack.enter_context(open_backend(Opening(folder=str(folder))))
        if filled:
            fill(backend)
        recorder, player, dialogs, runner = RecorderStub(), PlayerStub(), DialogsStub(), JobRunner()
        recorder.devices = (InputDevice("mic", "Desk Microphone", is_default=True),)
        stack.callback(runner.shutdown)
        services = Services(
            library=backend.library,
            importing=backend.importing,
            takes=backend.takes,
            waveforms=backend.waveforms,
            verification=backend.verification,
            health=backend.health,
            backup=backend.backup,
            restoring=backend.restoring,
            revising=backend.revising,
            scrubbing=backend.scrubbing,
            exporting=backend.exporting,
            erasing=backend.erasing,
            runner=runner,
            recorder=recorder,  # type: ignore[arg-type]  # scripted
            player=player,  # type: ignore[arg-type]  # scripted
            settings=backend.store,
            paths=backend.paths,
            records=tail.PROCESS,
            diagnostics=cache(lambda: DiagnosticsService(backend.paths, backend)),
            dialogs=dialogs,
        )
        window = MainWindow(services, theme)
        window.record_bar.show_room = lambda seconds: window.record_bar.room.setText(room_left(41 * 3600))  # type: ignore[method-assign]
        window.resize(*SIZE)
        begun = QEventLoop()
        window.began.connect(begun.quit)
        window.show()
        begun.exec()
        stage = Stage(window, recorder, player, dialogs)
        stage.settle(200)
        yield stage
        window.close()


def fill(backend: Backend) -> None:
    samples = [
        path for path in sorted((ROOT / "resources" / "samples").iterdir()) if path.suffix not in (".md", ".txt")
    ]
    order = ["interview", "memo", "melody", "bell"]
    samples.sort(key=lambda path: order.index(path.stem) if path.stem in order else len(order))
    rows: list[Recording] = []
    for place in range(len(ROWS)):
        report = backend.importing.import_paths([samples[place % len(samples)]], keep_both=True)
        rows.extend(one.recording for one in report.imported)
    now = datetime.now(UTC).replace(hour=16, minute=4)
    with backend.database.get_db_session("pictures", write=True) as session:
        repository = RecordingRepository(session)
        for row, (title, hours) in zip(rows, ROWS, strict=True):
            origin = "imported" if hours % 2 else "recorded"
            moment = now - timedelta(hours=hours, minutes=hours * 7 % 60)
            repository.change(row.id, Action.EDITED, now, title=title, recorded_at=moment, origin=origin)


def speech(readings: int) -> Iterator[Level]:
    """Levels of somebody who speaks, 30 a second."""
    for frame in range(readings):
        loud = abs(np.sin(frame * 0.13) * np.sin(frame * 0.71 + 0.4)) ** 0.5 * (1 if frame % 67 < 52 else 0.1)
        peak = float(-52 + 43 * loud)
        yield Level(peak)


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
