"""The window, which is what the program does without a command. Nothing heavy is imported before its first paint."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from vrp import cli
from vrp.app import glance, window
from vrp.app.opening import Opening
from vrp.backend import locks
from vrp.backend.errors import InternalFault, LibraryInUse, VrpError


def run(options: argparse.Namespace) -> int:
    """Show the window until it is closed. Where another one has the library, that one comes to the front instead."""
    os.umask(0o077)
    while True:
        try:
            return cli.DONE if _handed_over(options) else _show(options)
        except LibraryInUse as error:  # one that has just been started, and holds the lock by now
            fault: VrpError = error
            if _handed_over(options):
                return cli.DONE
        except VrpError as error:
            fault = error
        except Exception as bug:  # noqa: BLE001  # a person gets a sentence and a code, the log got the trace
            fault = InternalFault(reason=type(bug).__name__)
        if not _wants_another_try(fault, options):
            break
    from vrp.cli.commands import failed

    return failed(fault, options)


def _handed_over(options: argparse.Namespace) -> bool:
    """Whether a window that has this library took the files over and came to the front."""
    place = glance.place(options.library)
    if not locks.is_locked(place.lock):
        return False
    from vrp.ui.frame.one_instance import hand_over

    return hand_over(place.root, [Path(one) for one in options.files], options.first)


def _show(options: argparse.Namespace) -> int:
    """The window, and again after each wish that needed the library closed."""
    opening = Opening(options.library, options.wait, forgiving=True, safe=options.safe_mode, apart=True)
    files = [Path(one).absolute() for one in options.files]
    outcome = window.run(opening, files=files, first=options.first, quit_when_ready=options.quit_when_ready)
    while outcome.wish is not None:
        from vrp.app.wishes import fulfil

        told = fulfil(window.application(), outcome.wish, outcome.paths)  # with the library closed
        if told.library is not None:
            opening = opening._replace(folder=os.fspath(told.library))
        opening = opening._replace(safe=opening.safe or told.safe)
        outcome = window.run(opening, told)
    return outcome.code


def _wants_another_try(fault: VrpError, options: argparse.Namespace) -> bool:
    """Shown in a window too: who clicked an icon never sees standard error. A backup can be restored from there."""
    if options.quit_when_ready or options.json:
        return False
    from vrp.app import trouble
    from vrp.app.wishes import fulfil

    loop, library = window.application(), glance.place(options.library)
    again, wish = trouble.ask(fault, library)
    while wish is not None:
        told = fulfil(loop, wish, library)
        if told.fault is None:
            return True
        again, wish = trouble.ask(told.fault, library)
    return again
