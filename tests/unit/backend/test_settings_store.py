from __future__ import annotations

import threading
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vrp.backend.domain.takes import CaptureFormat, Preset
from vrp.backend.errors import SettingInvalid, SettingsNotWritable
from vrp.backend.locks import FileLock
from vrp.backend.settings import default_of, known_keys
from vrp.backend.settings_store import SettingsStore, Source, variable_of


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


def test_several_keys_are_written_in_one_step_or_not_at_all(store: SettingsStore) -> None:
    store.set_all({"storage.folder": "/media/disk", "backup.folder": "/media/other"})
    with pytest.raises(SettingInvalid):
        store.set_all({"storage.folder": "/elsewhere", "backup.keep_daily": 0})
    assert store.load().storage.folder == "/media/disk"
    assert store.reset("storage.folder", "backup.folder").storage.folder == ""


# --- where a value comes from -----------------------------------------------------------------------------------------


def test_each_value_is_told_from_where_it_comes(store: SettingsStore, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(store, "[imports]\nmax_file_mb = 10\n[playback]\nvolume = 0.5\n")
    monkeypatch.setenv("VRP_PLAYBACK__VOLUME", "0.25")
    sources = store.sources()
    assert sources["imports.max_file_mb"] is Source.FILE
    assert sources["playback.volume"] is Source.ENVIRONMENT
    assert sources["audio.device"] is Source.DEFAULT
    assert set(sources) == set(known_keys())


def test_a_variable_in_small_letters_or_for_a_whole_section_counts_too(
    store: SettingsStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("vrp_playback__volume", "0.25")
    monkeypatch.setenv("VRP_IMPORTS", '{"max_file_mb": 7}')
    assert store.sources()["playback.volume"] is Source.ENVIRONMENT
    assert store.sources()["imports.max_file_mb"] is Source.ENVIRONMENT
    assert variable_of("playback.volume") == "vrp_playback__volume"
    assert variable_of("imports.max_file_mb") == "VRP_IMPORTS"
    assert variable_of("audio.device") == "VRP_AUDIO__DEVICE"


def test_keys_that_are_not_known_are_named_and_kept(store: SettingsStore) -> None:
    _write(store, 'color = "blue"\n[audio]\nloudness = 1\n[later]\nx = 1\n[shortcuts]\nrecord = ["F9"]\n')
    assert store.unknown() == ("color", "audio.loudness", "later")
    assert store.load().shortcuts == {"record": ("F9",)}
    store.set("shortcuts.find", ("Ctrl+K", "F4"))
    assert store.unknown() == ("color", "audio.loudness", "later")
    assert store.load().shortcuts == {"record": ("F9",), "find": ("Ctrl+K", "F4")}


# --- a wrong value in the file ----------------------------------------------------------------------------------------


def test_the_window_opens_in_spite_of_a_wrong_value_names_it_and_resets_it(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.toml", forgiving=True)
    store.path.write_text('[audio]\nbits = 17\npreset = "music"\n[logs]\nlevel = "loud"\n')
    assert store.load().audio.preset is Preset.MUSIC
    assert [(one.key, one.value) for one in store.problems()] == [("audio.bits", "17"), ("logs.level", "'loud'")]
    assert store.sources()["audio.bits"] is Source.DEFAULT
    store.set("playback.volume", 0.5)
    assert "bits = 17" in store.path.read_text()
    store.reset("audio.bits")
    assert [one.key for one in store.problems()] == ["logs.level"]


def test_a_section_that_is_none_is_named_and_replaced_when_something_is_set_in_it(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.toml", forgiving=True)
    store.path.write_text("imports = 3\n")
    assert [one.key for one in store.problems()] == ["imports"]
    assert store.set("imports.max_file_mb", 9).imports.max_file_mb == 9
    assert store.problems() == ()


def test_a_wrong_library_folder_is_never_replaced_by_another_one(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.toml", forgiving=True)
    store.path.write_text("[storage]\nfolder = 3\n")
    with pytest.raises(SettingInvalid, match=r"storage\.folder"):
        store.load()


def test_a_wrong_value_in_the_environment_is_refused_by_the_window_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VRP_AUDIO__BITS", "17")
    with pytest.raises(SettingInvalid, match="VRP_AUDIO__BITS"):
        SettingsStore(tmp_path / "settings.toml", forgiving=True).load()


def test_a_file_that_is_spoiled_while_the_window_is_open_leaves_what_held_before(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.toml", forgiving=True)
    store.set("imports.max_file_mb", 7)
    store.path.write_text("[imports\n")
    assert store.load().imports.max_file_mb == 7
    with pytest.raises(SettingInvalid, match="cannot be read"):
        store.set("imports.max_file_mb", 8)
    assert store.path.read_text() == "[imports\n"


def test_a_settings_file_that_is_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    store = SettingsStore(tmp_path / "settings.toml")
    store.path.symlink_to(tmp_path / "kept" / "mine.toml")
    store.set("playback.volume", 0.5)
    assert store.path.is_symlink()
    assert store.load().playback.volume == 0.5


# --- writers ----------------------------------------------------------------------------------------------------------


def test_writers_at_the_same_time_lose_nothing_of_each_other(store: SettingsStore) -> None:
    keys = ["backup.keep_daily", "backup.keep_weekly", "backup.keep_monthly", "imports.max_file_mb"]

    def write(key: str) -> None:
        for value in range(1, 9):
            SettingsStore(store.path).set(key, value)

    threads = [threading.Thread(target=write, args=(key,)) for key in keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = store.load()
    assert (found.backup.keep_daily, found.backup.keep_weekly, found.backup.keep_monthly) == (8, 8, 8)
    assert found.imports.max_file_mb == 8


def test_a_file_that_somebody_holds_for_too_long_is_an_error_and_nothing_is_lost(
    store: SettingsStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.set("playback.volume", 0.5)
    monkeypatch.setattr("vrp.backend.settings_store._LOCK_SECONDS", 0.05)
    with FileLock(store.path.with_name(".settings.toml.lock")) as lock:
        assert lock.acquire()
        with pytest.raises(SettingsNotWritable, match="in use by process"):
            store.set("playback.volume", 0.75)
    assert store.load().playback.volume == 0.5


def test_a_place_that_cannot_be_written_is_told_as_the_settings_not_as_the_library(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsNotWritable, match=r"settings could not be written.*EEXIST"):
        SettingsStore(tmp_path / "file" / "settings.toml").set("playback.volume", 0.5)


VALUES: dict[str, st.SearchStrategy[Any]] = {
    "audio.device": st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))),
    "audio.sample_rate": st.sampled_from([8000, 44100, 48000]),
    "playback.volume": st.floats(0, 1),
    "backup.at_start": st.booleans(),
    "backup.keep_daily": st.integers(1, 1000),
    "storage.keep_deleted_days": st.integers(0, 100_000),
    "shortcuts.record": st.lists(st.text(st.characters(min_codepoint=32, max_codepoint=126))).map(tuple),
}
CHANGES = st.lists(
    st.sampled_from(sorted(VALUES)).flatmap(lambda key: st.tuples(st.just(key), st.none() | VALUES[key])), max_size=12
)


@settings(max_examples=60, deadline=None)
@given(CHANGES)
def test_what_is_set_comes_back_and_what_others_wrote_stays(changes: list[tuple[str, Any]]) -> None:
    with TemporaryDirectory() as folder:
        store = SettingsStore(Path(folder) / "settings.toml")
        store.path.write_text("# mine\n[later]\nunknown = [1, 2]  # kept\n")
        wanted: dict[str, Any] = {}
        for key, value in changes:
            store.set(key, value)
            wanted[key] = value
        found = store.load()
        for key, value in wanted.items():
            section, name = key.split(".")
            if section == "shortcuts":
                assert found.shortcuts.get(name) == value
            else:
                assert getattr(getattr(found, section), name) == (default_of(key) if value is None else value)
        assert tomllib.loads(store.path.read_text())["later"] == {"unknown": [1, 2]}
        assert "# mine" in store.path.read_text()
