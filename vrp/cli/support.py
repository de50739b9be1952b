"""The commands that a supporter asks for: a bundle, also of a library that does not open."""

from __future__ import annotations

import argparse
import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from vrp import cli
from vrp.app.opening import Opening, library_place, open_backend
from vrp.backend import files, paths
from vrp.backend.errors import NothingToBackUp, VrpError
from vrp.backend.paths import LibraryPaths
from vrp.backend.services.bundle_parts import Part
from vrp.backend.services.diagnostics import DiagnosticsService
from vrp.backend.services.support_bundle import SupportBundle
from vrp.cli.terminal import output, progress_line, say


def diagnostics(options: argparse.Namespace) -> int:
    """Write the bundle; what does not work is told inside. Raises `BundleRefused`."""
    target = Path(options.target).absolute()
    with _diagnosed(options) as service, progress_line(options) as progress:
        bundle = SupportBundle(service)
        draft = bundle.collect(progress)
        report = bundle.write(draft, target, without=[Part(name) for name in options.without or ()])
    document = {
        "path": os.fspath(report.path),
        "bytes": report.size,
        "sha256": report.sha256,
        "parts": list(report.parts),
        "withheld_lines": report.withheld,
        "support_line": draft.support_line,
    }
    output(options, document, [draft.support_line, f"{report.path}  {report.size:,} bytes: {', '.join(report.parts)}"])
    if report.withheld:
        say(f"{report.withheld:,} lines that would have told something private are not inside.")
    return cli.DONE


@contextlib.contextmanager
def _diagnosed(options: argparse.Namespace) -> Iterator[DiagnosticsService]:
    """The library as far as it opens; nothing is made where there is none."""
    with contextlib.ExitStack() as stack:
        try:
            library, _ = library_place(options.library)
            if not library.current.exists() and not _on_server():
                raise NothingToBackUp(path=library.root)
            backend = stack.enter_context(open_backend(Opening(options.library, options.wait, write=False)))
            service = DiagnosticsService(backend.paths, backend)
        except (VrpError, OSError) as error:
            library = LibraryPaths(paths.library_folder(options.library))
            fault = error if isinstance(error, VrpError) else files.library_fault(library.root, error)
            service = DiagnosticsService(library, fault=fault)
        yield service


def _on_server() -> bool:
    return bool(os.environ.get("VRP_DATABASE_URL") or os.environ.get("DATABASE_URL"))
