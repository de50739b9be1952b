from __future__ import annotations

from pathlib import Path

from vrp.backend.logs.forgetting import forget


def test_erased_identifiers_go_from_every_file_and_the_rest_stays(tmp_path: Path) -> None:
    gone, kept = "a1" * 16, "b2" * 16
    (tmp_path / "crashes").mkdir()
    line = f'{{"event": "take_kept", "take": "{gone}", "other": "{kept}"}}\n'
    (tmp_path / "app.log").write_text(line * 3)
    (tmp_path / "crashes" / "1.txt").write_text(f"takes/{gone}/take.wav")
    (tmp_path / "picture").write_bytes(b"\xff\x00")
    assert forget(tmp_path, [gone]) == 4
    assert (tmp_path / "app.log").read_text() == line.replace(gone, "0" * 32) * 3
    assert (tmp_path / "crashes" / "1.txt").read_text() == f"takes/{'0' * 32}/take.wav"
    assert forget(tmp_path, [gone]) == 0


def test_a_file_that_is_being_written_to_goes_on(tmp_path: Path) -> None:
    with (tmp_path / "app.log").open("ab", buffering=0) as log:
        log.write(b"c3" * 16 + b"\n")
        forget(tmp_path, ["c3" * 16])
        log.write(b"more\n")
    assert (tmp_path / "app.log").read_bytes() == b"0" * 32 + b"\nmore\n"
