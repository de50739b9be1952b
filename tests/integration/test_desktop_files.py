"""What desktops and software centres read about the program is valid, and tells the version that is really here."""

from __future__ import annotations

import re
import shutil
import subprocess
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


def test_the_newest_release_is_this_version_everywhere() -> None:
    metainfo = ET.parse(LINUX / f"{APP_ID}.metainfo.xml")  # noqa: S314  # our own file
    newest = metainfo.find("releases/release")
    in_changelog = re.findall(
        r"^## \[(\d+\.\d+\.\d+)\]", (TREE / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )

    assert newest is not None
    assert newest.get("version") == in_changelog[0] == vrp.__version__
