"""The language of the window: texts, numbers and dates, and the direction of writing. Chosen before the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from vrp.backend.paths import resource

LANGUAGES: Final = {"en": "English", "de": "Deutsch", "ar": "العربية"}
SYSTEM: Final = "system"


def speak(application: QApplication, chosen: str = SYSTEM) -> None:
    """Use the language of the setting ``appearance.language``; of the system where it is one of ours, else English."""
    system = QLocale.system()
    language = chosen if chosen in LANGUAGES else QLocale.languageToCode(system.language())
    if language not in LANGUAGES:
        language = "en"
    # The person's own country stays, where the language is theirs: it decides how numbers and dates are written.
    own = language == QLocale.languageToCode(system.language())
    locale = system if own else QLocale(language)
    QLocale.setDefault(locale)
    application.setLayoutDirection(QLocale(language).textDirection())
    if language == "en":
        return
    folders = (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("vrp", str(resource("translations"))),
    )
    for name, folder in folders:
        translator = QTranslator(application)
        if translator.load(f"{name}_{language}", folder):
            application.installTranslator(translator)
