"""The best categories of a rubric as shares, beside its mean."""

from __future__ import annotations

import pytest

from tests.builders import evidence, monthly, observations, project
from tradeoff_app.analysis.differences import bonett_price
from tradeoff_app.analysis.outcome import Outcome, evaluate
from tradeoff_app.analysis.top_box import find_box
from tradeoff_app.model.metric import Better, Metric

BEFORE = [1, 2, 3, 4, 5] * 20
AFTER = [2, 3, 4, 4, 5] * 20


def rated(n: int = 100, **segments: object) -> Outcome:
    values = {"baseline": [float(x) for x in BEFORE[:n]], "candidate": [float(x) for x in AFTER[:n]]}
    seen = observations(
        {"empathy": values},
        types={"empathy": "ordinal"},
        scales={"empathy": (1.0, 5.0)},
        **segments,  # type: ignore[arg-type]
    )
    decided = project(seen, partition=tuple(seen.dimensions))
    exposed = {
        key: item.model_copy(update={"exposure": (monthly(100 if key == "a" else 300),)})
        for key, item in decided.segments.items()
    }
    decided = decided.change(segments=exposed)
    return evaluate(decided, evidence(seen, decided))


def test_that_four_and_five_are_the_top_of_five() -> None:
    effect = rated().effect("empathy")
    assert effect is not None
    box = effect.top_box
    assert box is not None
    assert (box.low, box.high) == (4.0, 5.0)
    assert [box.before, box.after] == pytest.approx([0.4, 0.6])
    expected = bonett_price(20, 0, 100)
    assert box.interval == (expected.low, expected.high)


def test_that_the_population_weighs_its_segments() -> None:
    found = rated(segments={"who": ["a"] * 40 + ["b"] * 60})
    boxes = [effect.top_box for name in ("a", "b") if (effect := found.effect("empathy", name))]
    whole = found.effect("empathy")
    assert whole is not None
    assert whole.top_box is not None
    shares = [box.after - box.before for box in boxes if box]
    assert whole.top_box.after - whole.top_box.before == pytest.approx(0.25 * shares[0] + 0.75 * shares[1])
    assert whole.top_box.interval is not None
    assert whole.top_box.interval[0] < whole.top_box.after - whole.top_box.before < whole.top_box.interval[1]


def test_that_few_units_get_shares_without_an_interval() -> None:
    effect = rated(12).effect("empathy")
    assert effect is not None
    assert effect.top_box is None or effect.top_box.interval is None


@pytest.mark.parametrize(
    ("scale", "better", "box"),
    [
        ((1.0, 5.0), "higher", (4.0, 5.0)),
        ((1.0, 5.0), "lower", (1.0, 2.0)),
        ((1.0, 3.0), "higher", (3.0, 3.0)),
        ((0.0, 1.0), "higher", None),
        ((0.0, 2.5), "higher", None),
        (None, "higher", None),
        ((1.0, 5.0), None, None),
    ],
)
def test_that_the_box_follows_scale_and_direction(
    scale: tuple[float, float] | None, better: Better | None, box: tuple[float, float] | None
) -> None:
    found = find_box(Metric(id="m", type="ordinal", scale=scale, better=better))
    assert (None if found is None else (found.low, found.high)) == box
    assert find_box(Metric(id="m", type="count", scale=scale, better=better)) is None
