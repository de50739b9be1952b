"""The wheel is whole: installed where the source tree is not, it finds its migrations, resources and helpers."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
import wave
import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

import vrp

TREE = Path(__file__).parents[2]
APP_ID = "io.github.voicerecorderpro.VoiceRecorderPro"


@dataclass(frozen=True)
class Installed:
    """An environment with the wheel in it, and an empty folder to run it from."""

    programs: Path
    folder: Path

    def run(self, program: str, *arguments: str) -> str:
        done = subprocess.run(
            [self.programs / program, *arguments],
            cwd=self.folder,
            env={name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=50,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=TREE, check=True, capture_output=True, timeout=50)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Installs without the network: the dependencies are lent by the environment that runs the tests."""
    root = tmp_path_factory.mktemp("elsewhere")
    venv.create(root / "venv", with_pip=False, symlinks=True)
    programs = root / "venv" / "bin"
    pip = [sys.executable, "-m", "pip", "--python", str(programs / "python"), "--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "install", "--no-index", "--no-deps", str(wheel)], check=True, capture_output=True, timeout=50
    )
    (packages,) = (root / "venv" / "lib").glob("python*/site-packages")
    # A folder that a .pth file names is not searched for further .pth files, so the source tree stays out of sight.
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    (root / "work").mkdir()
    return Installed(programs, root / "work")


def test_the_wheel_holds_the_program_once_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    shared = f"voice_recorder_pro-{vrp.__version__}.data/data/share"

    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert {name.split("/")[0] for name in names} <= {"vrp"} | {
        f"voice_recorder_pro-{vrp.__version__}.{kind}" for kind in ("dist-info", "data")
    }
    assert "vrp/resources/icons/app.svg" in names
    assert [name for name in names if name.startswith("vrp/migrations/versions/0001")]
    assert f"{shared}/applications/{APP_ID}.desktop" in names
    for picture in ("scalable/apps/{}.svg", "48x48/apps/{}.png", "symbolic/apps/{}-symbolic.svg"):
        assert f"{shared}/icons/hicolor/{picture.format(APP_ID)}" in names
    assert {Path(name).name for name in names if "/licenses/" in name} == {"LICENSE", "NOTICE"}


def test_every_module_and_resource_of_the_tree_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    modules = {f"vrp/{path.relative_to(TREE / 'vrp')}" for path in (TREE / "vrp").rglob("*.py")}
    carried = {f"vrp/{path.relative_to(TREE)}" for path in (TREE / "migrations").rglob("*.py")} | {
        f"vrp/{path.relative_to(TREE)}" for path in (TREE / "resources" / "icons").rglob("*.*g")
    }

    assert modules | carried <= names


def test_the_program_is_the_installed_one(installed: Installed) -> None:
    where = installed.run("python", "-c", "import vrp; print(vrp.__file__)").strip()

    assert Path(where).is_relative_to(installed.programs.parent)
    assert installed.run("vrp", "--version") == f"vrp {vrp.__version__}\n"


def test_a_library_is_made_by_the_migrations_in_the_wheel(installed: Installed) -> None:
    library = installed.folder / "library"

    listing = json.loads(installed.run("vrp", "--library", str(library), "list", "--json"))

    assert listing == {"recordings": [], "total": 0}
    assert (library / "CURRENT").is_file()


def test_the_installed_program_examines_and_keeps_a_file(installed: Installed) -> None:
    source = installed.folder / "a second of silence.wav"
    with wave.open(str(source), "wb") as file:
        file.setparams((1, 2, 48_000, 0, "NONE", ""))
        file.writeframes(bytes(96_000))

    report = json.loads(installed.run("vrp", "--library", "kept", "import", source.name, "--json"))

    assert [(one["duration"], one["codec"]) for one in report["imported"]] == [(1.0, "pcm_s16le")]
    assert report["refused"] == []


@pytest.mark.sound
def test_the_examples_of_the_kit_for_testers_hold(installed: Installed) -> None:
    """With the wheel alone, as somebody has it who installed the extra ``qa``."""
    page = (TREE / "docs" / "qa.md").read_text(encoding="utf-8")
    (installed.folder / "test_kit.py").write_text("\n\n".join(re.findall(r"```python\n(.*?)```", page, re.DOTALL)))

    told = installed.run("python", "-W", "error", "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_kit.py")

    assert "3 passed" in told
