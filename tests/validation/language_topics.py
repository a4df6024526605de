"""Language topics of the oracles, computed through the functions that write the product's own sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any

from tradeoff_app.analysis.differences import newcombe
from tradeoff_app.model.metric import Better, Words
from tradeoff_app.wording.amounts import Amount, AmountStatement, duration_statement, mean_statement
from tradeoff_app.wording.exchange import Record, accept_sentence
from tradeoff_app.wording.frequency import (
    RateChange,
    RateStatement,
    RateWords,
    denominator_for,
    number_needed,
    rate_statement,
)
from tradeoff_app.wording.worth import money_statement

Inputs = Mapping[str, Any]
Compute = Callable[[Inputs], dict[str, Any]]


def rate_of(inputs: Inputs) -> dict[str, Any]:
    """A change of a rate for every 100 … 1,000,000 exposures and per month."""
    better: Better = "lower" if inputs.get("harm", True) else "higher"
    told = _rate(inputs, better, inputs.get("N"))
    return {
        "denominator": told.denominator,
        "baseline_count": told.baseline_count,
        "candidate_count": told.candidate_count,
        "difference_count": told.difference_count,
        "difference_lo": told.difference_lo,
        "difference_hi": told.difference_hi,
        "percentage_points": told.percentage_points,
        "kind": told.kind,
        "reads_as": told.reads_as,
        "monthly": None if told.monthly is None else list(told.monthly),
        **_text(told.sentence),
    }


def money_of(inputs: Inputs) -> dict[str, Any]:
    """A worth per period with its interval and probability."""
    told = money_statement(
        inputs["value"],
        inputs["lo"],
        inputs["hi"],
        inputs.get("p"),
        inputs.get("period", "month"),
        inputs.get("currency", "USD"),
        what=inputs.get("what"),
    )
    return {
        "rounded": list(told.rounded),
        "text_value": told.text_value,
        "probability_text": told.probability_text,
        "likelihood_word": told.likelihood_word,
        "includes_zero": told.includes_zero,
        **_text(told.sentence),
    }


def mean_of(inputs: Inputs) -> dict[str, Any]:
    """A change of a mean on a named scale."""
    return _amount(mean_statement(_levels(inputs)))


def duration_of(inputs: Inputs) -> dict[str, Any]:
    """A change of a time in seconds."""
    told = duration_statement(_levels(inputs))
    return {**_amount(told), "change": told.change_text}


def accept_of(inputs: Inputs) -> dict[str, Any]:
    """The sentence that accepts a regression in exchange for a gain, with one denominator on both sides."""
    changes = [_change(inputs[side], None) for side in ("regression", "gain")]
    size = max(denominator_for(change) for change in changes)
    loss = _rate(inputs["regression"], "lower", None, size)
    gain = _rate(inputs["gain"], "higher", None, size)
    worth = inputs.get("value")
    told = None
    if worth is not None:
        told = money_statement(worth["value"], worth["lo"], worth["hi"], worth.get("p"), what=worth.get("what"))
    record = Record(
        inputs.get("mitigation"),
        inputs.get("accepter"),
        inputs.get("accepted_on"),
        inputs.get("owner"),
        inputs.get("expires"),
    )
    sentence = accept_sentence([loss.phrase], gain.phrase, None if told is None else told.phrase, record)
    return {"denominator": size, **_text(sentence), "order": sentence}


def needed_of(inputs: Inputs) -> dict[str, Any]:
    """How many exposures one more event takes, with the reciprocals of Newcombe's bounds."""
    after, before = inputs["candidate"], inputs["baseline"]
    found = newcombe(after["events"], after["n"], before["events"], before["n"])
    assert found.low is not None
    assert found.high is not None
    return vars(number_needed(found.estimate, found.low, found.high))


def _change(inputs: Inputs, volume: float | None) -> RateChange:
    return RateChange(inputs["pb"], inputs["pc"], inputs["lo"], inputs["hi"], volume)


def _rate(inputs: Inputs, better: Better, volume: float | None, size: int | None = None) -> RateStatement:
    unit, event = (Words(one=inputs[name], other=inputs[name]) for name in ("unit", "event"))
    return rate_statement(_change(inputs, volume), RateWords(unit, event), better, denominator=size)


def _levels(inputs: Inputs) -> Amount:
    return Amount(inputs["name"], inputs["base"], inputs["cand"], inputs["lo"], inputs["hi"], scale=inputs.get("scale"))


def _amount(told: AmountStatement) -> dict[str, Any]:
    return {"change": told.change, "direction": told.direction, "kind": told.kind, **_text(told.sentence)}


def _text(sentence: str) -> dict[str, str]:
    """The sentence under every name that asks what it contains."""
    names = ("sentence", "text", "reference_sentence", "must_contain", "must_not_match")
    return dict.fromkeys(names, sentence)


def _of_case(compute: Compute) -> Callable[[Mapping[str, Any], Path], dict[str, Any]]:
    @wraps(compute)
    def topic(case: Mapping[str, Any], _folder: Path) -> dict[str, Any]:
        return compute(case["inputs"])

    return topic


TOPICS: Mapping[str, Compute] = {
    "language.rate": rate_of,
    "language.money": money_of,
    "language.mean": mean_of,
    "language.duration": duration_of,
    "language.accept_sentence": accept_of,
    "language.number_needed": needed_of,
}

rate, money, mean = _of_case(rate_of), _of_case(money_of), _of_case(mean_of)
duration, accepted, needed = _of_case(duration_of), _of_case(accept_of), _of_case(needed_of)
