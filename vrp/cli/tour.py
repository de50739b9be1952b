"""``vrp tour``: the main job without a window, on sample recordings, in a temporary library.

It is what ``make run`` shows where there is no display, and the quickest proof that an installation works.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from vrp import cli
from vrp.app.opening import Backend, Opening, open_backend
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.recordings import Recording
from vrp.backend.errors import CaptureFault
from vrp.backend.paths import resource
from vrp.cli import terminal

_TAKE_SECONDS: Final = 2.0
_SEARCH: Final = "interview"
_SIZE: Final = (1100, 720)
_PICTURE_SECONDS: Final = 10.0


def run(options: argparse.Namespace) -> int:
    """Walk the job step by step and print what each did; exit code 1 when the library did not pass its check."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from vrp.app import window

    window.application()  # before anything else makes a smaller one
    picture = Path(options.picture or "vrp-tour.png").absolute()
    with tempfile.TemporaryDirectory(prefix="vrp-tour-") as folder, open_backend(Opening(folder)) as backend:
        tour = _Tour(backend, options.json)
        sound = tour.walk(picture)
        document = {"steps": tour.steps, "picture": os.fspath(picture), "whole": sound}
        terminal.output(options, document, ())
    return cli.DONE if sound else cli.SOME_REFUSED


class _Tour:
    def __init__(self, backend: Backend, quiet: bool) -> None:
        self.steps: list[dict[str, Any]] = []
        self._backend = backend
        self._quiet = quiet

    def walk(self, picture: Path) -> bool:
        self._say("A tour of Voice Recorder Pro, in a temporary library.")
        self._step("import", self._import)
        self._step("record", self._record)
        self._step("search", self._search)
        self._step("waveform", self._waveform)
        whole = self._step("verify", self._verify)
        self._step("window", lambda: self._window(picture))
        return whole == "every recording is whole, byte for byte"

    def _step(self, name: str, action: Callable[[], str]) -> str:
        begun = time.perf_counter()
        said = action()
        seconds = round(time.perf_counter() - begun, 3)
        self.steps.append({"step": name, "result": said, "seconds": seconds})
        self._say(f"  {name:<9} {said}  ({seconds:.2f} s)")
        return said

    def _say(self, text: str) -> None:
        if self._quiet:
            terminal.say(text)
        else:
            print(text)  # the command line's output

    def _import(self) -> str:
        samples = sorted(path for path in resource("samples").iterdir() if path.suffix != ".md")
        report = self._backend.importing.import_paths(samples)
        seconds = sum(one.recording.duration for one in report.imported)
        kinds = ", ".join(sorted({one.recording.codec for one in report.imported}))
        return f"{len(report.imported)} sample recordings, {seconds:.1f} s of sound ({kinds})"

    def _record(self) -> str:
        from vrp.cli import recording

        try:
            ended = recording.record(self._backend, _TAKE_SECONDS, lambda _text: None)
        except CaptureFault as fault:
            return f"skipped: {fault.summary} ({fault.code})"
        take = self._backend.takes.keep(ended)
        if take is None:
            return "skipped: the microphone sent nothing"
        return f"{take.duration:.2f} s from “{ended.device}”, {ended.frames:,} frames, {len(ended.gaps)} gaps"

    def _search(self) -> str:
        page = self._backend.library.page(LibraryQuery(search=_SEARCH))
        titles = ", ".join(f"“{row.title}”" for row in page.rows)
        return f"“{_SEARCH}” finds {page.total}: {titles}"

    def _waveform(self) -> str:
        longest = self._recordings()[0]
        self._backend.waveforms.peaks(longest)
        begun = time.perf_counter()
        peaks = self._backend.waveforms.peaks(longest)
        again = 1000 * (time.perf_counter() - begun)
        return f"“{longest.title}”: {len(peaks.maxima):,} peaks; {again:.1f} ms from the cache the second time"

    def _verify(self) -> str:
        report = self._backend.verification.verify()
        if report.findings:
            return "; ".join(finding.message for finding in report.findings)
        return "every recording is whole, byte for byte"

    def _recordings(self) -> list[Recording]:
        return sorted(self._backend.library.page(LibraryQuery()).rows, key=lambda row: -row.duration)

    def _window(self, picture: Path) -> str:
        from vrp.app import window

        size = window.take_picture(self._backend, picture, _SIZE, _PICTURE_SECONDS)
        return f"its picture, {size[0]} × {size[1]}, is in {picture}"
