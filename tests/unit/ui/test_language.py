from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox

from tests.support.pseudo import NO_LANGUAGE, spoken, untranslated
from tests.unit.ui.conftest import OpenDesk
from vrp.backend.errors import BackupFolderInUse, FileUnplayable, FormatUnsupported, LibraryInUse
from vrp.backend.locks import Holder
from vrp.backend.phrases import Phrase
from vrp.ui import fault_texts, texts
from vrp.ui.language import speak

FORMAT = Phrase("{channels} channel(s) at {rate} Hz in {bits} bits", channels=2, rate="48000", bits=16)


@pytest.fixture
def language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale(), qapp.layoutDirection()
    speak(qapp, request.param)
    yield request.param
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before[0])
    qapp.setLayoutDirection(before[1])


@pytest.mark.parametrize("language", ["de"], indirect=True)
def test_the_window_speaks_german(desk: OpenDesk, language: str) -> None:
    room = desk(["Interview", "Vorlesung"])
    assert room.window.record_bar.button.text() == "Aufnehmen"
    assert room.window.status.text() == "2 Aufnahmen"
    assert texts.recordings(1) == "1 Aufnahme"
    assert texts.size(1_500_000) == "1,4 MB"
    error = LibraryInUse(path="/x", holder="vrp")
    assert fault_texts.message(error).startswith("Die Bibliothek in /x wird verwendet von vrp. Nichts wurde geändert.")


@pytest.mark.parametrize("language", ["ar"], indirect=True)
def test_arabic_goes_from_right_to_left_and_time_does_not(desk: OpenDesk, language: str) -> None:
    window = desk(["مقابلة"]).window
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert window.sidebar.mapTo(window, window.sidebar.rect().center()).x() > window.width() / 2
    assert window.player_bar.waveform.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert window.player_bar.back.x() < window.player_bar.forward.x()
    forms = [texts.recordings(count) for count in (0, 1, 2, 3, 11, 100)]
    assert len(set(forms)) == 6


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    with spoken(qapp):
        yield


def test_no_text_of_a_recording_escapes_translation(desk: OpenDesk, pseudo: None) -> None:
    """The rest of the window is looked at in the integration tests; here the microphone does what it is told."""
    room = desk(["Interview"])
    names = NO_LANGUAGE | {"Interview", "Desk Microphone", "Desk Loudspeaker"}
    steps: tuple[Callable[[], object], ...] = (
        room.recorder.start,
        room.recorder.record,
        room.recorder.pause,
        room.recorder.stop,
        lambda: room.recorder.failed.emit(FormatUnsupported(device="Desk Microphone", format=FORMAT)),
        lambda: room.player.failed.emit(FileUnplayable(reason=Phrase("its format is not understood"))),
    )
    for step in steps:
        step()
        assert not untranslated(room.window, names)


def test_what_an_error_tells_is_translated_with_it(qapp: QApplication, pseudo: None) -> None:
    error = BackupFolderInUse(path="/backups", holder=Holder(7, "tower", "vrp", "noon").phrase)
    told = fault_texts.message(error)
    assert "in use by process 7 (vrp) on tower since noon" in str(error)
    assert not re.search("process|since", told)
    assert all(name in told for name in ("/backups", "tower", "vrp", "noon"))


def test_longer_texts_have_room(desk: OpenDesk, pseudo: None) -> None:
    """Texts that are 40 % longer than ours, in the smallest window that can be had."""
    room = desk(["Interview"])
    room.window.resize(room.window.minimumSize())
    QApplication.processEvents()
    clipped = [
        one.text()
        for one in room.window.findChildren(QAbstractButton)
        if one.isVisible() and one.text() and one.width() < one.fontMetrics().horizontalAdvance(one.text())
    ]
    assert not clipped
    boxes = [one for one in room.window.findChildren(QComboBox) if one.isVisible()]
    assert all(one.width() > 40 for one in boxes)
