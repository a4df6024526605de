"""What `tradeoff schema setup` says to somebody who writes a setup file by hand."""

from __future__ import annotations

import re

from tradeoff_app.model.setup import setup_model
from tradeoff_app.model.setup_words import BY_MODEL, EVERYWHERE

SCHEMA = setup_model().model_json_schema()
PARTS = {name.removesuffix("Part"): part["properties"] for name, part in SCHEMA["$defs"].items()}
PARTS["Project"] = {name: field for name, field in SCHEMA["properties"].items() if name != "schema"}


def test_that_every_field_of_a_setup_says_what_it_means() -> None:
    mute = [f"{part}.{name}" for part, fields in PARTS.items() for name, field in fields.items()
            if not re.fullmatch(r"[A-Z*].+\.", field.get("description", ""))]  # fmt: skip
    assert mute == []


def test_that_nothing_is_explained_that_a_setup_does_not_have() -> None:
    gone = [f"{part}.{name}" for part, words in BY_MODEL.items() for name in words if name not in PARTS[part]]
    assert gone == []
    assert all(any(name in fields for fields in PARTS.values()) for name in EVERYWHERE)
