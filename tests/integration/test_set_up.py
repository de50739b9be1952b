"""The two commands on a machine that lacks things: what is installed, what is said, and what stays untouched."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

TREE = Path(__file__).parents[2]
TOOLS = ("bash", "dirname", "find", "uname", "cat", "rm", "sleep")


class Machine:
    """A machine with few programs; `install` adds one that says what it was called with."""

    def __init__(self, folder: Path) -> None:
        self.programs = folder / "programs"
        self.tree = folder / "tree"
        self.programs.mkdir()
        shutil.copytree(TREE / "scripts", self.tree / "scripts", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
        for tool in TOOLS:
            (self.programs / tool).symlink_to(shutil.which(tool) or "")

    def install(self, name: str, script: str, folder: Path | None = None) -> None:
        program = (folder or self.programs) / name
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(f"#!{shutil.which('bash')}\n{script}\n")
        program.chmod(0o700)

    def run(self, script: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        # The script looks into the system's own folders too, so these must not hold what the machine lacks.
        source = (self.tree / "scripts" / script).read_text().replace(":/usr/sbin:/sbin", "")
        (self.tree / "scripts" / script).write_text(source)
        return subprocess.run(
            ["bash", str(self.tree / "scripts" / script), *arguments],
            env={"PATH": str(self.programs), "HOME": os.environ["HOME"], **variables},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture
def bare_debian(machine: Machine) -> Machine:
    """No library is installed; the packages that are asked for come out on standard error."""
    machine.install("ldconfig", "echo '  libEGL.so.1 (libc6,x86-64) => /lib/libEGL.so.1'")
    machine.install("apt-get", 'echo "apt-get $*" >&2')
    return machine


def test_root_gets_what_is_missing_after_the_lists_are_renewed(bare_debian: Machine) -> None:
    bare_debian.install("id", "echo 0")

    done = bare_debian.run("system_packages.sh", "run")

    calls = re.findall(r"^apt-get .*$", done.stderr, re.MULTILINE)
    assert done.returncode == 0
    assert calls[0].endswith(" update")
    assert "DPkg::Lock::Timeout=300" in calls[1]
    assert " install -y --no-install-recommends libpulse0 libgl1 " in calls[1]
    assert "libegl1" not in calls[1]
    assert "xvfb" not in calls[1]


def test_the_tests_ask_for_more_than_the_program(bare_debian: Machine) -> None:
    bare_debian.install("id", "echo 0")

    done = bare_debian.run("system_packages.sh", "test")

    assert {"libpulse0", "xvfb", "pulseaudio", "sox"} <= set(done.stderr.split())


def test_others_get_the_one_command_and_nothing_is_installed(bare_debian: Machine) -> None:
    bare_debian.install("id", "echo 1000")

    done = bare_debian.run("system_packages.sh", "run")

    commands = [line for line in done.stderr.splitlines() if "apt-get" in line]
    assert done.returncode == 1
    assert len(commands) == 1
    assert commands[0].startswith("  sudo apt-get update && sudo apt-get install -y --no-install-recommends libpulse0 ")


def test_another_system_gets_a_hint_and_goes_on(machine: Machine) -> None:
    machine.install("ldconfig", "true")

    done = machine.run("system_packages.sh", "run")

    assert done.returncode == 0
    assert "libpulse0" in done.stderr


def test_a_python_that_is_too_old_is_said_so(machine: Machine) -> None:
    machine.install("python3", "exit 1")

    done = machine.run("environment.sh", "requirements.lock")

    assert done.returncode == 1
    assert "needs Python 3.11 or newer" in done.stderr
    assert not (machine.tree / ".venv").exists()


@pytest.mark.parametrize(
    ("variables", "expected"),
    [({}, "tour"), ({"DISPLAY": ":0"}, ""), ({"WAYLAND_DISPLAY": "wayland-0"}, "")],
    ids=["no display", "X11", "Wayland"],
)
def test_the_window_opens_where_there_is_a_display(machine: Machine, variables: dict[str, str], expected: str) -> None:
    machine.install("vrp", 'echo "called with: $*"', machine.tree / ".venv" / "bin")

    *said, called = machine.run("run.sh", **variables).stdout.splitlines()

    assert called == f"called with: {expected}"
    assert len(said) == (1 if expected else 0)


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_file_holds_names_versions_and_hashes_and_nothing_else(name: str) -> None:
    text = (TREE / name).read_text().replace("\\\n", "")

    for line in text.splitlines():
        assert re.fullmatch(r"[a-z0-9-]+==[\w.+]+ ?(; [^@/]+?)?( +--hash=sha256:[0-9a-f]{64})+ *", line), line


def test_the_program_runs_on_the_versions_that_it_was_tested_with() -> None:
    runtime, development = (
        set(re.findall(r"^[a-z0-9-]+==\S+", (TREE / name).read_text(), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    )

    assert runtime <= development
