"""The words of the window in the user's language: English stands in the code, others in `resources/translations`."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "translations"
SYSTEM = "system"
LANGUAGES: dict[str, str] = {"en": "English", "de": "Deutsch"}
"""Languages of the window by code, each by its own name."""

_installed: list[QTranslator] = []
_spoken = ["en"]


def tr(text: str, comment: str = "", count: int = -1, /, **values: object) -> str:
    """The text in the language of the window, its `{fields}` filled in and `%n` replaced by `count`.

    `text` is a literal, or one that `QT_TR_NOOP` marked, so that Qt Linguist's tools find it; `comment` tells the
    translator what it is. A value is put in as it is: braces that it holds are not read again.
    """
    translated = QCoreApplication.translate("", text, comment, count)
    return translated.format(**values) if values else translated


def QT_TR_NOOP(text: str) -> str:  # noqa: N802 - the name that Qt Linguist's tools look for
    """The text as it is, marked for translation where it is shown: for tables that are made before any language is."""
    return text


def number_text(value: float) -> str:
    """A number in the form of the window's language, whole ones grouped: "1,234", "0.25"; the minus is a true one."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        locale = QLocale("en")
    said = locale.toString(int(value)) if float(value).is_integer() else locale.toString(float(value), "g", 6)
    return said.replace("-", "−")


def language_for(preferred: str) -> str:
    """The code of the window's language: the preferred one, that of the system where there is one, else English."""
    if preferred in LANGUAGES:
        return preferred
    system = QLocale.system().name().partition("_")[0]
    return system if system in LANGUAGES else "en"


def spoken() -> str:
    """The code of the language that the window speaks."""
    return _spoken[0]


def install(language: str) -> None:
    """Let the running application speak a language from now on; widgets that exist keep the words they have.

    Numbers and dates in fields follow: the system's own form where it is the same language.
    """
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    _spoken[0] = language
    qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for file in (qt_folder / f"qtbase_{language}.qm", FOLDER / f"tradeoff_{language}.qm"):
        translator = QTranslator()
        if file.is_file() and translator.load(str(file)):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)
    system = QLocale.system()
    is_same = system.name().partition("_")[0] == language
    QLocale.setDefault(system if is_same else QLocale(language))
