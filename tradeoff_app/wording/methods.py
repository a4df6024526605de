"""How each interval is made: what it is of, its formula and its source, in the words that page and documents share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tradeoff_app.wording.phrases import de_methods, en_methods

_NOTES: Mapping[str, Mapping[str, tuple[str, str]]] = {"en": en_methods.METHOD_NOTES, "de": de_methods.METHOD_NOTES}

SOURCES: Mapping[str, str] = {
    "bonett_price": "Bonett and Price (2012)",
    "tango": "Tango (1998)",
    "paired_rate_cluster": "Bonett and Price (2012) with Liang and Zeger (1986)",
    "newcombe": "Newcombe (1998), method 10",
    "unpaired_rate_cluster": "after Agresti and Caffo (2000)",
    "paired_t": "Student (1908)",
    "paired_cr1": "Liang and Zeger (1986); Miller (2024) for evaluations",
    "paired_cr2": "Bell and McCaffrey (2002); Pustejovsky and Tipton (2018)",
    "welch": "Welch (1947)",
    "welch_cr1": "Liang and Zeger (1986); Welch (1947)",
    "welch_cr2": "Bell and McCaffrey (2002); Welch (1947)",
    "ratio_delta": "Deng, Knoblich and Lu (2018), eq. 5",
    "ratio_delta_cr1": "Deng, Knoblich and Lu (2018), eq. 5; Liang and Zeger (1986)",
    "ratio_delta_cr2": "Deng, Knoblich and Lu (2018), eq. 5; Bell and McCaffrey (2002)",
    "quantile_replicates": "Woodruff (1952)",
    "no_variation_bound": "rule of three, exact form",
    "mover": "Zou and Donner (2008), MOVER",
    "cluster_population": "Liang and Zeger (1986)",
    "sum_of_intervals": "the widest that any dependence allows",
}
"""Where each formula stands; the ids are those of an effect's `method`."""


@dataclass(frozen=True)
class MethodNote:
    """One interval: what it is of, how it is computed, and where the formula stands."""

    case: str
    formula: str
    source: str

    @property
    def line(self) -> str:
        """All of it as one line of a list."""
        return f"{self.case}: {self.formula}; {self.source}"


def method_note(method: str, language: str) -> MethodNote | None:
    """The note on an effect's method; None where it computes none."""
    notes = _NOTES.get(language.replace("_", "-").split("-")[0].lower(), en_methods.METHOD_NOTES)
    found = notes.get(method)
    if found is None:
        return None
    source = SOURCES[method]
    return MethodNote(*found, de_methods.source(source) if notes is de_methods.METHOD_NOTES else source)
