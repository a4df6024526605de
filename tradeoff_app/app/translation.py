"""The words of the window in the user's language: English stands in the code, others in `resources/translations`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


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
