"""Every message that readers, storage and setups can make has a counterpart with the same fields in each language."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

import pytest

from tests.contracts.messages_said import templates
from tradeoff_app.wording.messages.catalogue import CATALOGUES, Catalogue

PACKAGE = Path(__file__).parents[2] / "tradeoff_app"
MODULES = sorted(
    file for area in ("readers", "storage", "model", "analysis") for file in (PACKAGE / area).rglob("*.py")
)
NOT_SHOWN = {
    "model/setup_words.py": "descriptions in the schema of setups",
    "readers/name_words.py": "words that columns are known by",
    "analysis/lazily.py": "a defect of the program",
    "analysis/replicates.py": "keys of random streams",
    "analysis/special_functions.py": "a defect of the program",
    "analysis/weight_space.py": "keys",
}
NOT_SAID = {
    "all users": "a word in files",
    "all segments": "a word in files",
    "grand total": "a word in files",
    "of {0}": "a unit of numbers in files",
    "not scored": "a word in files",
    "no error": "a word in files",
    "data set": "the name of a column",
    "question ({0})": "the name of a column",
    "{0} stderr": "the name of a column",
    "Unnamed: 0": "the name of a column",
    "Named Scores": "the name of a column",
    "Grader Reason": "the name of a column",
    "unexpected end": "a word of a parser's message",
    "expected after": "a word of a parser's message",
    "field larger": "a word of a parser's message",
    "added up": "the word before names, told together with them",
    "sheet {0}, row": "the word before a number",
    ": unpack": "cut out of a sentence and replaced",
    ": it unpacks": "the replacement",
    "latin-1 reads every byte": "a defect of the program",
    "the table holds units": "a defect of the program",
    "0123456789+-.,($ \t\r\n\x0b\x0c\x1c\x1d\x1e\x1f<#?\\iInNmM": "signs that numbers begin with",
    "tuple[str, ...]": "a type",
    "list[str | None]": "a type",
    "mean over samples of the mean over their scored rows": "a field of an exported file",
    "What a product manager states about a project, laid over it by id.": "a description in a schema",
}
COUNTED = ("1 ", "{0:,} ")
"""What stands before a sentence about one, or about several."""


def _is_told(template: str, catalogue: Catalogue, module: str) -> bool:
    known = {**catalogue.messages, **catalogue.places, **catalogue.parts}
    is_label = module.startswith("readers/formats/") and f'label = "{template}"' in (PACKAGE / module).read_text(
        "utf-8"
    )
    return template in known or is_label or any(f"{count}{template}" in known for count in COUNTED)


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("language", sorted(CATALOGUES))
def test_every_message_has_a_counterpart(language: str) -> None:
    """A sentence, hint, place or fragment that is missing would stand in English in a window of another language."""
    missing = []
    for file in MODULES:
        module = file.relative_to(PACKAGE).as_posix()
        if module in NOT_SHOWN:
            continue
        missing += [
            f"{module}:{line}: {template!r}"
            for template, line in templates(file).items()
            if template not in NOT_SAID and not _is_told(template, CATALOGUES[language], module)
        ]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("language", sorted(CATALOGUES))
def test_a_counterpart_has_the_fields_of_its_message(language: str) -> None:
    """No value is lost, and none is asked for that the message does not have."""
    catalogue = CATALOGUES[language]
    every = {**catalogue.messages, **catalogue.places, **catalogue.parts}
    assert {english: other for english, other in every.items() if _fields(english) != _fields(other)} == {}


@pytest.mark.parametrize("language", sorted(CATALOGUES))
def test_no_counterpart_is_english(language: str) -> None:
    """A template that was copied instead of translated is found by its words."""
    catalogue = CATALOGUES[language]
    every = {**catalogue.messages, **catalogue.places, **catalogue.parts}
    words = {
        "the",
        "is",
        "are",
        "were",
        "has",
        "have",
        "of",
        "and",
        "with",
        "this",
        "it",
        "file",
        "rows",
        "column",
    }
    found = {other for other in every.values() if words & set(other.lower().replace(",", " ").split())}
    assert found == set()


@pytest.mark.parametrize("language", sorted(CATALOGUES))
def test_exceptions_are_still_needed(language: str) -> None:
    """What is no message stands in the source, and has no counterpart."""
    made = {template for file in MODULES for template in templates(file)}
    every = {**CATALOGUES[language].messages, **CATALOGUES[language].parts}
    assert {text for text in NOT_SAID if text not in made or text in every} == set()
    assert all((PACKAGE / module).is_file() for module in NOT_SHOWN)
