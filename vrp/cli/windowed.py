"""The window, which is what the program does without a command. Nothing heavy is imported before its first paint."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace

from vrp.app import window
from vrp.app.opening import Opening
from vrp.app.wishes import fulfil
from vrp.backend.errors import InternalFault, VrpError


def run(options: argparse.Namespace) -> int:
    """Show the window until it is closed, and again after each wish that needed the library closed."""
    os.umask(0o077)
    try:
        opening = Opening(options.library, options.wait, forgiving=True)
        outcome = window.run(opening, quit_when_ready=options.quit_when_ready)
        while outcome.wish is not None:
            told = fulfil(window.application(), outcome.wish, outcome.paths)  # with the library closed
            if told.library is not None:
                opening = replace(opening, folder=os.fspath(told.library))
            outcome = window.run(opening, told)
        return outcome.code
    except VrpError as error:
        fault = error
    except Exception as bug:  # noqa: BLE001  # a person gets a sentence and a code, the log got the trace
        fault = InternalFault(reason=type(bug).__name__)
    from vrp.cli.commands import failed

    return failed(fault, options)
