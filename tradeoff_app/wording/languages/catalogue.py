"""The languages that sentences come in; a language that is not complete does not stand here."""

from __future__ import annotations

from tradeoff_app.wording.language import Language
from tradeoff_app.wording.languages.de import GERMAN
from tradeoff_app.wording.languages.en import ENGLISH

LANGUAGES: tuple[Language, ...] = (ENGLISH, GERMAN)


def language_of(code: str) -> Language:
    """The language of this code ("de", "de-AT"); raises KeyError naming the known ones where it is not spoken here."""
    wanted = code.replace("_", "-").split("-")[0].lower()
    for language in LANGUAGES:
        if language.code == wanted:
            return language
    known = ", ".join(language.code for language in LANGUAGES)
    raise KeyError(f"no wording in language {code!r}; there is {known}")
