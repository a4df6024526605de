"""Compares an answer with an oracle's expectation under its own tolerance; what differs comes back as texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tests.validation.case_data import Case

REFERENCE_ONLY = frozenset(
    {
        "agresti_caffo",
        "miettinen_nurminen",
        "wald",
        "expgate",
        "se_sample",
        "population_normal_se",
        "population_normal_lo",
        "population_normal_hi",
        "pymcdm_minmax_on_two_options",
        "n_R_power_prop_test",
        "DL",
        "REML",
        "reference_sentence",
    }
)
"""Names that cases carry for comparison or for methods that are not the default: the product may leave them open."""


def _must_contain(parts: list[str], sentence: str) -> Iterator[str]:
    yield from (f"{part!r} is missing in {sentence!r}" for part in parts if part not in sentence)


def _must_not_match(patterns: list[str], sentence: str) -> Iterator[str]:
    yield from (f"{pattern!r} matches {sentence!r}" for pattern in patterns if re.search(pattern, sentence))


def _in_order(parts: list[str], sentence: str) -> Iterator[str]:
    places = [sentence.find(part) for part in parts]
    if places != sorted(places):
        yield f"{parts} stand in another order in {sentence!r}"


SENTENCE_RULES: Mapping[str, Callable[[list[str], str], Iterator[str]]] = {
    "must_contain": _must_contain,
    "must_not_match": _must_not_match,
    "order": _in_order,
}
"""What a case says about a sentence; the answer to each of these names is the sentence itself."""


def differences(case: Case, answer: Mapping[str, Any]) -> list[str]:
    """Places at which the answer misses the expectation."""
    tolerance = case["tolerance"]
    if "monte_carlo" in tolerance:
        return list(_drawn(case["expected"], answer))
    return list(_compare("", case["expected"], answer, tolerance))


def _compare(place: str, expected: Any, got: Any, tolerance: Mapping[str, Any]) -> Iterator[str]:
    if isinstance(expected, dict):
        for name, value in expected.items():
            found = got.get(name) if isinstance(got, dict) else None
            if name in REFERENCE_ONLY and (found is None or isinstance(found, str)):
                continue
            if name in SENTENCE_RULES:
                yield from SENTENCE_RULES[name](value, str(found))
                continue
            yield from _compare(f"{place}.{name}", value, found, tolerance)
    elif isinstance(expected, list):
        yield from _compare_lists(place, expected, got, tolerance)
    elif not _is_close(expected, got, tolerance):
        yield f"{place}: expected {expected}, got {got}"


def _compare_lists(place: str, expected: list[Any], got: Any, tolerance: Mapping[str, Any]) -> Iterator[str]:
    if not isinstance(got, list) or len(got) != len(expected):
        yield f"{place}: expected {expected}, got {got}"
        return
    if tolerance.get("reasons") == "as a set" and place.endswith("reasons"):
        expected, got = sorted(expected), sorted(got)
    for index, (one, other) in enumerate(zip(expected, got, strict=True)):
        yield from _compare(f"{place}[{index}]", one, other, tolerance)


def _is_close(expected: Any, got: Any, tolerance: Mapping[str, Any]) -> bool:
    if isinstance(expected, bool) or not isinstance(expected, int | float) or not isinstance(got, int | float):
        return bool(expected == got)
    if tolerance.get("exact"):
        return bool(abs(expected - got) <= 1e-12 + 1e-9 * abs(expected))
    return bool(abs(expected - got) <= tolerance.get("abs", 0.0) + tolerance.get("rel", 0.0) * abs(expected))


def _drawn(expected: Mapping[str, Any], got: Mapping[str, Any]) -> Iterator[str]:
    """Monte Carlo: mean within 3 sd/100, spread within 4 %, quantiles within 10 % of the spread."""
    sd = expected.get("sd", expected.get("sd_uncalibrated"))
    for name, value in expected.items():
        allowed = {"mean": 3 * sd / 100, "sd": 0.04 * sd, "sd_uncalibrated": 0.04 * sd}.get(name, 0.1 * sd)
        if name in ("G", "kappa", "estimate", "cr1_lo", "cr1_hi"):
            allowed = 1e-9
        if got.get(name) is None or abs(got[name] - value) > allowed:
            yield f"{name}: expected {value} within {allowed}, got {got.get(name)}"
