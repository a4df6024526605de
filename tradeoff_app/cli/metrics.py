"""`tradeoff metrics`: the types of metric that can be compared, and what a setup may say of them."""

from __future__ import annotations

from argparse import Namespace
from typing import get_args

from tradeoff_app.cli import errors, output
from tradeoff_app.cli.arguments import Parser

MEANINGS = {
    "binary": "yes or no per unit; compared as rates",
    "ordinal": "grades on a scale, such as 1 to 5; compared as means",
    "continuous": "a number per unit; compared as means",
    "count": "how often something happens per unit; compared as means",
    "duration": "time per unit, in seconds; compared as means",
    "money": "an amount per unit, in the project's currency; compared as means",
    "ratio": "one sum over another",
}


def add_arguments(parser: Parser) -> None:
    """Nothing besides the common options."""


def run(options: Namespace) -> int:
    """Print every type with its meaning, then the roles and the rules of gates."""
    from tradeoff_app.analysis.catalogue import METRIC_TYPES
    from tradeoff_app.model.gate import Rule
    from tradeoff_app.model.metric import Role, Status, StatusPolicy

    types = [{"id": kind.name, "label": MEANINGS[kind.name]} for kind in METRIC_TYPES]
    words = {
        "better": ["higher", "lower"],
        "roles": list(get_args(Role)),
        "rules": list(get_args(Rule)),
        "statuses": list(get_args(Status)),
        "status_policies": list(get_args(StatusPolicy)),
    }
    if options.json:
        output.print_document({"schema": "tradeoff/metrics@1", "types": types, **words})
        return errors.DONE
    width = max(len(kind["id"]) for kind in types)
    output.print_lines(f"{kind['id'].ljust(width)}  {kind['label']}" for kind in types)
    output.print_lines(f"{name.replace('_', ' ')}: {', '.join(known)}" for name, known in words.items())
    return errors.DONE
