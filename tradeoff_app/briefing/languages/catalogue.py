"""The languages that a briefing's heads and labels come in; each has the same keys as English."""

from __future__ import annotations

from collections.abc import Mapping

from tradeoff_app.briefing.languages import de, en

TEXTS: Mapping[str, Mapping[str, str]] = {"en": en.TEXTS, "de": de.TEXTS}


def texts_of(code: str) -> Mapping[str, str]:
    """The words of a language ("de", "de-AT"); raises KeyError naming the known ones where it is not here."""
    wanted = code.replace("_", "-").split("-")[0].lower()
    if wanted not in TEXTS:
        raise KeyError(f"no briefing in language {code!r}; there is {', '.join(TEXTS)}")
    return TEXTS[wanted]
