"""Messages in another language: the same values, whatever they are, and nothing raises."""

from __future__ import annotations

import re
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.wording.messages.catalogue import CATALOGUES
from tradeoff_app.wording.messages.rendering import LONGEST, message, place, where

GERMAN = CATALOGUES["de"]
MESSAGES = sorted(GERMAN.messages)


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("the file is empty (0 bytes)", "die Datei ist leer (0 Byte)"),
        (
            "1,234 rows of base have no value in id and were left out.",
            "1.234 Zeilen von base haben keinen Wert in id und wurden ausgelassen.",
        ),
        (
            "cost: '1,5' was read as 1.5; it could also be 15.",
            "cost: '1,5' wurde als 1,5 gelesen; es könnte auch 15 sein.",
        ),
        (
            "cost: 62% of its cells are numbers, others are text such as 'n/a'; read as text.",
            "cost: 62 % der Zellen sind Zahlen, andere sind Text wie 'n/a'; als Text gelesen.",
        ),
        (
            "latency: '5s' is no number; read as missing (3 of 1,400 cells: line 3, line 5 and 9 more).",
            "latency: '5s' ist keine Zahl; als fehlend gelesen (3 von 1.400 Zellen: Zeile 3, Zeile 5 und 9 weitere).",
        ),
        (
            "took: '3 min' was read as 180 seconds. Others have no unit; '5' was read as 5.",
            "took: '3 min' wurde als 180 Sekunden gelesen. Andere haben keine Maßeinheit; '5' wurde als 5 gelesen.",
        ),
        (
            "Baseline and 'b' have no unit in common; they can only be compared unpaired. "
            "Check these lines in the file.",
            "Vorher und 'b' haben keinen Fall gemeinsam; sie lassen sich nur ungepaart vergleichen. "
            "Prüfen Sie diese Zeilen in der Datei.",
        ),
        (
            "baseline: 2 units occur more than once (e.g. candidate); their rows were averaged.",
            "vorher: 2 Fälle kommen mehrmals vor (z. B. candidate); ihre Zeilen wurden gemittelt.",
        ),
        (
            "score: no value in 'baseline', 'v2'; it can't be compared.",
            "score: kein Wert in vorher, 'v2'; das lässt sich nicht vergleichen.",
        ),
        (
            "a.csv: this line is no JSON object; this part of the archive was not read.",
            "a.csv: diese Zeile ist kein JSON-Objekt; dieser Teil des Archivs wurde nicht gelesen.",
        ),
        (
            "it can't be written (No space left on device)",
            "sie lässt sich nicht schreiben (auf dem Datenträger ist kein Platz mehr)",
        ),
    ],
)
def test_a_message_is_said_with_its_values(english: str, german: str) -> None:
    """Numbers take the signs of the language, quotes and names stay, fragments inside are said too."""
    assert message(english, "de") == german


@pytest.mark.parametrize("column", ["sample size", "row", "test score", "file", "time and cost", "document id"])
def test_a_column_that_is_named_as_a_place_stays(column: str) -> None:
    """Places are often names of columns, which are the file's own words."""
    assert place(column, "de") == column


@pytest.mark.parametrize(
    ("english", "german"),
    [("line 12", "Zeile 12"), ("sheet 'Q3', row 4", "Blatt 'Q3', Zeile 4"), ("column score", "Spalte score")],
)
def test_a_place_is_said(english: str, german: str) -> None:
    """Where something stands is told in the language of the reader."""
    assert place(english, "de") == german


@pytest.mark.parametrize("path", ["/home/ann/Q3 and Q4", "C:\\Users\\ann\\row 3 as sent", "segments/tail/exposure"])
def test_a_path_stays_as_it_is(path: str) -> None:
    """Folders are called whatever people called them."""
    assert where(path, "de") == path
    assert where("file", "de") == "Datei"


def test_english_and_unknown_messages_stay_as_they_are() -> None:
    """English needs no catalogue; what nobody translated is better than nothing."""
    assert message("the file is empty (0 bytes)", "en") == "the file is empty (0 bytes)"
    assert message("Something that no reader says", "de") == "Something that no reader says"
    assert message("x" * (LONGEST + 1), "de") == "x" * (LONGEST + 1)


VALUES = {",": st.integers(0, 10**7).map("{:,}".format), "%": st.floats(0, 1).map("{:.0%}".format)}
VALUES |= {"g": st.floats(-1e6, 1e6).map("{:g}".format), "f": st.floats(0, 1e4).map("{:.0f}".format)}
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=20)


@given(data=st.data(), english=st.sampled_from(MESSAGES))
def test_no_value_is_lost(data: st.DataObject, english: str) -> None:
    """Whatever stands in the fields, it stands in the counterpart too, and the sentence is no longer English."""
    values, said = [], ""
    for literal, name, spec, _ in Formatter().parse(english):
        said += literal
        if name is not None:
            quoted = NAMES.map(repr)
            value = data.draw(VALUES.get((spec or " ")[-1], quoted), label=name)
            values.append((value, spec))
            said += value
    other = message(said, "de")
    for value, spec in values:
        digits = re.sub(r"[^\d]", "", value)
        assert value in other if not spec else digits in re.sub(r"[^\d]", "", other)
    if len(english) > 12 and message(english, "de") != english:
        assert other != said


@given(text=st.text(max_size=200))
def test_nothing_raises(text: str) -> None:
    """Any text is answered: messages come from files and from systems."""
    assert all(isinstance(say(text, "de"), str) for say in (message, place, where))
