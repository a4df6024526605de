"""The words of the window in the user's language: English stands in the code, others in `resources/translations`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str, comment: str = "", count: int = -1, /, **values: object) -> str:
    """The text in the language of the window, its `{fields}` filled in and `%n` replaced by `count`.

    `text` is a literal, so that Qt Linguist's tools find it; `comment` tells the translator what it is. A value is
    put in as it is: braces that it holds are not read again.
    """
    translated = QCoreApplication.translate("", text, comment, count)
    return translated.format(**values) if values else translated
