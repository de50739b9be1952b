"""Whatever is planted wherever it may: no bundle tells it."""

from __future__ import annotations

import hashlib
import json
import logging
import re
import stat
import string
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
import structlog

from tests.support.isolation import LogWatch
from tests.support.libraries import new_library
from vrp.app.opening import Opening, open_backend
from vrp.backend.domain.diagnostics import Row, SectionId
from vrp.backend.domain.requests import RecordingChangeRequest
from vrp.backend.errors import BundleFull, BundleLeaks, BundleThere, DiskFull
from vrp.backend.paths import LibraryPaths
from vrp.backend.services.bundle_parts import Part
from vrp.backend.services.diagnostics import DiagnosticsService
from vrp.backend.services.support_bundle import SupportBundle

_SYLLABLES = "ba ke lu mo ni po qua ru sti tu vex wim xo yl zeb dra gli phu"
SYLLABLES = _SYLLABLES.split()


@dataclass
class Desk:
    paths: LibraryPaths
    diagnostics: DiagnosticsService
    bundle: SupportBundle

    def save(self, target: Path, **options: Any) -> dict[str, str]:
        self.bundle.write(self.bundle.collect(), target, **options)
        with zipfile.ZipFile(target) as archive:
            assert archive.testzip() is None
            return {name: archive.read(name).decode() for name in archive.namelist()}


@contextmanager
def desk(root: Path, *titles: str) -> Iterator[Desk]:
    with new_library(root / "library") as opened:
        opened.add(list(titles))
    with open_backend(Opening(str(root / "library"))) as backend:
        service = DiagnosticsService(backend.paths, backend)
        yield Desk(backend.paths, service, SupportBundle(service))


def test_a_bundle_has_its_parts_with_their_checksums_and_is_the_owners_only(tmp_path: Path) -> None:
    with desk(tmp_path, "Quibble Sonata") as here:
        structlog.get_logger().info("opened", title="Quibble Sonata")
        found = here.save(tmp_path / "out.zip")
    manifest = json.loads(found["manifest.json"])
    assert set(found) == {"manifest.json", *manifest["files"]}
    for name, facts in manifest["files"].items():
        assert hashlib.sha256(found[name].encode()).hexdigest() == facts["sha256"]
    assert {"report.txt", "report.json", "logs/app.log", "schema.sql", "settings.json", "metrics.csv"} <= set(found)
    assert "audio" in manifest["never_inside"]
    assert "CREATE TABLE recordings" in found["schema.sql"]
    assert json.loads(found["logs/app.log"].splitlines()[-1])["title"].startswith("#")
    assert stat.S_IMODE((tmp_path / "out.zip").stat().st_mode) == 0o600


def test_parts_can_be_left_out(tmp_path: Path) -> None:
    with desk(tmp_path) as here:
        found = here.save(tmp_path / "out.zip", without=[Part.LOGS, Part.SCHEMA])
    assert not any(name.startswith(("logs/", "schema")) for name in found)
    assert json.loads(found["manifest.json"])["left_out"] == ["logs", "schema"]


def test_a_line_of_the_log_that_tells_something_is_withheld_and_counted(tmp_path: Path) -> None:
    with desk(tmp_path, "Quibble Sonata") as here:
        logging.getLogger("library").info("while reading quibble sonata for you")
        logging.getLogger("library").info("while reading something else")
        found = here.save(tmp_path / "out.zip")
    assert "quibble" not in found["logs/app.log"].casefold()
    assert "something else" in found["logs/app.log"]
    assert json.loads(found["manifest.json"])["withheld_lines"] == 1


def test_a_bundle_that_would_tell_something_is_not_written_and_says_which_part(tmp_path: Path) -> None:
    with desk(tmp_path, "Quibble Sonata") as here:
        here.diagnostics.add(SectionId.JOBS, "Jobs", lambda: [Row("Importing", "Quibble Sonata")])
        with pytest.raises(BundleLeaks, match=r"report\.txt|jobs\.csv") as refused:
            here.save(tmp_path / "out.zip")
        assert refused.value.params["kind"] == "a title"
        assert not (tmp_path / "out.zip").exists()
        here.save(tmp_path / "out.zip", without=[Part.JOBS, Part.REPORT])


def test_a_file_that_is_there_is_not_touched_unless_it_is_wished(tmp_path: Path) -> None:
    (tmp_path / "out.zip").write_text("precious")
    with desk(tmp_path) as here:
        with pytest.raises(BundleThere):
            here.save(tmp_path / "out.zip")
        assert (tmp_path / "out.zip").read_text() == "precious"
        here.save(tmp_path / "out.zip", replace_file=True)


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise DiskFull(path=path)

    with desk(tmp_path) as here:
        monkeypatch.setattr("vrp.backend.files.write_atomic", full)
        with pytest.raises(BundleFull):
            here.save(tmp_path / "out.zip")
    assert not (tmp_path / "out.zip").exists()


def test_a_broken_database_costs_what_is_read_from_it_and_no_more(tmp_path: Path) -> None:
    with desk(tmp_path, "Quibble Sonata") as here:
        paths = here.paths
    next(paths.database_dir.glob("*/library.db")).write_bytes(b"nothing" * 4096)
    service = DiagnosticsService(paths)
    found = Desk(paths, service, SupportBundle(service)).save(tmp_path / "out.zip")
    assert Part.SCHEMA in json.loads(found["manifest.json"])["could_not_be_made"]
    assert "report.txt" in found


def test_logs_of_the_day_before_are_not_inside(tmp_path: Path) -> None:
    with desk(tmp_path) as here:
        pass
    old = (datetime.now(UTC) - timedelta(hours=25)).isoformat()
    new = datetime.now(UTC).isoformat()
    with (here.paths.logs / "app.log").open("w") as file:
        for at in (old, new):
            file.write(json.dumps({"timestamp": at, "event": f"at_{'old' if at == old else 'new'}"}) + "\n")
        file.write('{"timestamp": "torn')
    found = here.save(tmp_path / "out.zip")
    assert [json.loads(line)["event"] for line in found["logs/app.log"].splitlines()] == ["at_new"]


def plant_and_look(root: Path, count: int, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Plant names and secrets in titles, notes, tags, logs, settings, URLs, errors, rows of jobs and crash files."""
    chance = Random(seed)

    def name() -> str:
        words = ("".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(chance.randint(1, 4)))
        return " ".join(words).title()

    def key() -> str:
        return "".join(chance.choices(string.ascii_letters + string.digits, k=32))

    names, keys = [name() for _ in range(count)], [key() for _ in range(count)]
    monkeypatch.setenv("SOME_SECRET", keys[0])
    monkeypatch.setenv("USER", names[0].split()[0])
    monkeypatch.setenv("VRP_AUDIO__DEVICE", names[1 % count])
    with new_library(root / "library") as opened:
        opened.add(names)
        half = chance.sample(range(1, count + 1), k=max(1, count // 2))
        for id_ in half:
            change = RecordingChangeRequest.of(notes=f"{name()} {names[id_ - 1]}", tags=[names[-id_]], artist=name())
            opened.library.edit(id_, change)
    log, other = structlog.get_logger(), logging.getLogger("library")
    with open_backend(Opening(str(root / "library"))) as backend:
        for one, secret in zip(names, keys, strict=True):
            log.info("opened", title=one, path=f"/home/x/{one}.wav", token=secret, reason=f"“{one}” is gone")
            log.info("fetched", url=f"https://u:{secret}@host.example/{secret}?token={secret}")
            other.info(chance.choice(["cannot open /srv/%s.mp3 today", "saw %s there", "'%s.flac' is odd"]), one)
            other.info(chance.choice(["sent Bearer %s twice", "password=%s is wrong", "key %s expired"]), secret)
        service = DiagnosticsService(backend.paths, backend)
        rows = [Row(f"Importing “{one}”", f"failed: token={secret}") for one, secret in zip(names, keys, strict=True)]
        service.add(SectionId.JOBS, "Jobs", lambda: rows)
        crashes = backend.paths.logs / "crashes"
        crashes.mkdir(exist_ok=True)
        (crashes / "20261124T120000Z.json").write_text(
            "\n".join(
                f"File '/home/x/{one}.wav' {secret}\nnext line stays" for one, secret in zip(names, keys, strict=True)
            )
        )
        bundle = SupportBundle(service)
        bundle.write(bundle.collect(), root / "out.zip")
    with zipfile.ZipFile(root / "out.zip") as archive:
        whole = "\n".join(archive.read(entry).decode() for entry in archive.namelist())
    folded = whole.casefold()
    for planted in (*names, *keys):
        word = planted.casefold()
        assert word not in folded or not re.search(rf"(?<!\w){word}(?!\w)", folded), planted  # "tokenize" has a "keni"
    assert whole.count("twice") + whole.count("is wrong") + whole.count("expired") >= 0.99 * count  # neighbours stay
    assert whole.count("is gone") >= 0.99 * count
    assert whole.count("next line stays") == count


def test_no_bundle_tells_what_was_planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, logged: LogWatch) -> None:
    plant_and_look(tmp_path, 60, 1, monkeypatch)


@pytest.mark.campaign
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", range(5))
def test_a_thousand_planted_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    plant_and_look(tmp_path, 1_000, seed, monkeypatch)
