"""The catalogues of messages by language; English needs none, because messages are made in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tradeoff_app.wording.messages.de_files import FILES
from tradeoff_app.wording.messages.de_foreign import FOREIGN
from tradeoff_app.wording.messages.de_parts import PARTS, WORDS
from tradeoff_app.wording.messages.de_places import PLACES
from tradeoff_app.wording.messages.de_projects import PROJECTS
from tradeoff_app.wording.messages.de_results import RESULTS
from tradeoff_app.wording.messages.de_setups import SETUPS
from tradeoff_app.wording.messages.de_tables import TABLES
from tradeoff_app.wording.messages.de_tools import TOOLS


@dataclass(frozen=True)
class Catalogue:
    """Templates of English messages with their counterparts: whole ones, places in files, fragments, single words.

    Fields are numbered in the order of the English text and carry its format, so that numbers are told from quotes:
    "{0:,} rows of {1}". A counterpart names each of them; `{0:said}` is a message or fragment itself, `{0:parts}` a
    list of them with commas, `{0:clauses}` one with semicolons, `{0:word}` a name that may be a word of
    ours, `{0:words}` several of them; any other stays as it is.
    """

    messages: Mapping[str, str]
    places: Mapping[str, str]
    parts: Mapping[str, str]
    words: Mapping[str, str]


CATALOGUES: dict[str, Catalogue] = {
    "de": Catalogue(
        messages={**FILES, **TABLES, **TOOLS, **RESULTS, **PROJECTS, **SETUPS},
        places=PLACES,
        parts={**FOREIGN, **PARTS},
        words=WORDS,
    )
}
