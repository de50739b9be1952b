from __future__ import annotations

from pathlib import Path

import pytest

from vrp.backend.domain.takes import CaptureFormat, Preset
from vrp.backend.errors import SettingInvalid
from vrp.backend.settings import SettingsStore


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "config" / "settings.toml")


def _write(store: SettingsStore, text: str) -> None:
    store.path.parent.mkdir(parents=True)
    store.path.write_text(text)


def test_without_a_file_the_defaults_hold(store: SettingsStore) -> None:
    settings = store.load()
    assert settings.imports.max_file_mb == 500
    assert settings.audio.capture_format() == CaptureFormat(48_000, 1, 16)


def test_a_number_goes_before_the_preset(store: SettingsStore) -> None:
    _write(store, '[audio]\npreset = "music"\nsample_rate = 44100\n')
    assert store.load().audio.capture_format() == CaptureFormat(44_100, 2, 24)


def test_the_environment_goes_before_the_file(store: SettingsStore, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(store, "[imports]\nmax_file_mb = 10\n")
    monkeypatch.setenv("VRP_IMPORTS__MAX_FILE_MB", "20")
    assert store.load().imports.max_file_mb == 20


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("[audio]\nbits = 17\n", "audio.bits", "17"),
        ("[playback]\nvolume = 3\n", "playback.volume", "3"),
        ('[audio]\npreset = "loud"\n', "audio.preset", "'loud'"),
        ("[imports]\nmax_file_mb = 0\n", "imports.max_file_mb", "0"),
    ],
)
def test_a_bad_value_is_named_with_its_key_and_what_is_allowed(
    store: SettingsStore, text: str, key: str, value: str
) -> None:
    _write(store, text)
    with pytest.raises(SettingInvalid) as raised:
        store.load()
    assert f"{key} = {value}" in raised.value.message
    assert "should be" in raised.value.message


def test_a_bad_value_in_the_environment_is_named_too(store: SettingsStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VRP_AUDIO__BITS", "18")
    with pytest.raises(SettingInvalid, match="VRP_AUDIO__BITS"):
        store.load()


def test_a_file_that_is_not_toml_is_refused_and_kept(store: SettingsStore) -> None:
    _write(store, "bits = = 3")
    with pytest.raises(SettingInvalid, match="cannot be read"):
        store.load()
    assert store.path.read_text() == "bits = = 3"


def test_writing_one_key_keeps_comments_order_and_unknown_keys(store: SettingsStore) -> None:
    _write(store, "# mine\n[playback]\nvolume = 0.5  # soft\n\n[later]\nunknown = 1\n")
    store.set("playback.volume", 0.25)
    store.set("audio.preset", Preset.MUSIC.value)
    text = store.path.read_text()
    assert "# mine" in text
    assert "volume = 0.25  # soft" in text
    assert "unknown = 1" in text
    assert store.load().audio.preset is Preset.MUSIC


def test_a_refused_value_is_not_written(store: SettingsStore) -> None:
    store.set("playback.volume", 0.5)
    before = store.path.read_bytes()
    with pytest.raises(SettingInvalid):
        store.set("playback.volume", 7)
    with pytest.raises(SettingInvalid, match="no such setting"):
        store.set("playback.loudness", 1)
    assert store.path.read_bytes() == before


def test_a_removed_key_falls_back_to_its_default(store: SettingsStore) -> None:
    store.set("playback.volume", 0.5)
    assert store.set("playback.volume", None).playback.volume == 0.8
