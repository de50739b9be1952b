"""What desktops and software centres read about the program is valid, and tells the version that is really here."""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import vrp

TREE = Path(__file__).parents[2]
LINUX = TREE / "resources" / "linux"
APP_ID = "io.github.voicerecorderpro.VoiceRecorderPro"


@pytest.mark.parametrize(
    "command",
    [
        ["desktop-file-validate", str(LINUX / f"{APP_ID}.desktop")],
        ["appstreamcli", "validate", "--no-net", str(LINUX / f"{APP_ID}.metainfo.xml")],
    ],
    ids=["desktop entry", "metainfo"],
)
def test_a_description_passes_its_validator(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")

    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_what_the_icon_offers_is_understood_by_the_command_line() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment]  # keys keep their capitals
    entry.read(LINUX / f"{APP_ID}.desktop", encoding="utf-8")
    actions = entry["Desktop Entry"]["Actions"].rstrip(";").split(";")
    assert actions == ["record", "import"]
    for action in actions:
        program, *words = shlex.split(entry[f"Desktop Action {action}"]["Exec"])
        assert program == "vrp"
        done = subprocess.run(
            [sys.executable, "-m", "vrp", *words, "--version"], capture_output=True, text=True, check=False, timeout=30
        )
        assert done.returncode == 0, done.stderr


def test_the_newest_release_is_this_version_everywhere() -> None:
    metainfo = ET.parse(LINUX / f"{APP_ID}.metainfo.xml")  # noqa: S314  # our own file
    newest = metainfo.find("releases/release")
    in_changelog = re.findall(
        r"^## \[(\d+\.\d+\.\d+)\]", (TREE / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )

    assert newest is not None
    assert newest.get("version") == in_changelog[0] == vrp.__version__
