"""What the header of an Inspect log says about its run; what has another type than expected is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tradeoff_app.readers.json_records import dict_of, dicts_of
from tradeoff_app.readers.prompt_marks import mark_prompt
from tradeoff_app.readers.reader import read_fact


@dataclass(frozen=True)
class Header:
    """Versions, model, time and state of a run; `samples` is how many it counts, `scorers` are the planned ones."""

    version: str | None
    tool_version: str | None
    model: str | None
    created: str | None
    status: str | None
    judge: str | None
    samples: int | None
    scorers: tuple[str, ...]
    aliases: tuple[str, ...]
    prompt: str | None


def read_header(header: Mapping[str, Any]) -> Header:
    """The facts that are there; averages are never among them, for some versions write NaN."""
    facts = dict_of(header.get("eval"))
    version = header.get("version")
    counted = dict_of(header.get("results")).get("total_samples")
    return Header(
        str(version) if isinstance(version, str | int | float) else None,
        read_fact(dict_of(facts.get("packages")).get("inspect_ai")),
        read_fact(facts.get("model")),
        read_fact(facts.get("created")),
        read_fact(header.get("status")),
        _judge_of(facts),
        counted if isinstance(counted, int) else None,
        _planned_scorers(header),
        _aliases(header, facts),
        _mark_plan(dict_of(header.get("plan"))),
    )


def _mark_plan(plan: Mapping[str, Any]) -> str | None:
    """The mark of the solvers in their order with the texts that they were given; None where no plan is logged.

    Other parameters are left out: newer versions write more of the defaults.
    """
    steps = dicts_of(plan.get("steps"))
    texts = [
        [str(step.get("solver")), {name: text for name, text in dict_of(step.get("params")).items() if _is_asked(name)}]
        for step in steps
    ]
    return mark_prompt(texts)


def _is_asked(name: str) -> bool:
    return any(word in name.lower() for word in ("prompt", "template", "message", "instruction"))


def _planned_scorers(header: Mapping[str, Any]) -> tuple[str, ...]:
    """Names of the scorers in the header's results, else in its plan."""
    results = dicts_of(dict_of(header.get("results")).get("scores"))
    scorers = results or dicts_of(dict_of(header.get("eval")).get("scorers"))
    names = [read_fact(scorer.get("name")) for scorer in scorers]
    return tuple(name for name in names if name)


def _aliases(header: Mapping[str, Any], facts: Mapping[str, Any]) -> tuple[str, ...]:
    """Other names of the run: model, task, ids, and its tags, which newer logs repeat with later edits."""
    listed = [tags for tags in (header.get("tags"), facts.get("tags")) if isinstance(tags, list)]
    tags = [tag for found in listed for tag in found]
    names = [facts.get("model"), facts.get("task"), facts.get("eval_id"), facts.get("run_id"), *tags]
    return tuple(dict.fromkeys(name for name in names if isinstance(name, str) and name))


def _judge_of(facts: Mapping[str, Any]) -> str | None:
    """The model that graded: the `grader` role, or a scorer's `model` parameter."""
    grader = dict_of(facts.get("model_roles")).get("grader")
    models = [part.get("model") for part in dicts_of(grader if isinstance(grader, list) else [grader])]
    if any(isinstance(model, str) and model for model in models):
        return ", ".join(model for model in models if isinstance(model, str) and model)
    for scorer in dicts_of(facts.get("scorers")):
        model = dict_of(scorer.get("options") or scorer.get("params")).get("model")
        if isinstance(model, str):
            return model
    return None
