"""What a wrong answer is expected to cost: by shipping where the value is negative, by holding where it is positive."""

from __future__ import annotations

from tradeoff_app.wording.explanations.explanation import Explanation, Line, Quantity, Subject

KIND = "loss"


def explain_loss(subject: Subject, key: str) -> Explanation | None:
    """Expected loss if we `ship` or `hold`, or what more `evidence` is worth at most; None without a value."""
    value = subject.outcome.value
    if value is None or key not in ("ship", "hold", "evidence"):
        return None
    amounts = {
        "ship": value.expected_loss_if_ship,
        "hold": value.expected_loss_if_hold,
        "evidence": value.evpi,
    }
    lines = [
        Line(subject.say(f"explain_loss_{name}"), subject.money(amounts[name], signed=False), more=Quantity(KIND, name))
        for name in ("ship", "hold")
    ]
    return Explanation(
        quantity=Quantity(KIND, key),
        title=subject.say(f"explain_loss_{key}"),
        value=subject.money(amounts[key], signed=False),
        formula=subject.say(f"explain_loss_{key}_formula", months=subject.speaker.numbers.whole(value.horizon_months)),
        lines=tuple(lines) if key == "evidence" else (),
        remarks=(subject.say("explain_simulated", n=subject.speaker.numbers.whole(len(value.draws))),),
        rests_on=subject.assumptions(["horizon_months"]),
    )
