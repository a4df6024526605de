"""What was asked of each unit, as a mark instead of a text: enough to say whether two versions were asked the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from tradeoff_app.analysis.observations import PromptMatch
from tradeoff_app.readers.assembly import ArmRows

LENGTH = 16


def mark_prompt(prompt: Any) -> str | None:
    """The beginning of the SHA-256 of a prompt, a text or a list of messages; None where there is none."""
    if prompt is None or prompt in ("", [], {}):
        return None
    text = prompt if isinstance(prompt, str) else json.dumps(prompt, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def compare_prompts(arms: Sequence[ArmRows]) -> Mapping[str, PromptMatch]:
    """How many units of each other arm were asked what the baseline was asked; arms without marks are left out."""
    if not arms:
        return {}
    before = _marks_of(arms[0])
    found: dict[str, PromptMatch] = {}
    for rows in arms[1:]:
        after = _marks_of(rows) if before else {}
        shared = [unit for unit in before if unit in after]
        if shared:
            found[rows.arm.name] = PromptMatch(len(shared), sum(before[unit] != after[unit] for unit in shared))
    return found


def _marks_of(rows: ArmRows) -> dict[int, frozenset[str]]:
    """The marks of each unit, over its repeats."""
    columns = rows.arm.table.with_role("prompt")
    if not columns:
        return {}
    coded = columns[0].coded
    codes = coded.codes[rows.kept]
    pairs = np.unique(np.stack([rows.unit, codes], axis=1)[codes >= 0], axis=0)
    marks: dict[int, set[str]] = {}
    for unit, code in pairs.tolist():
        marks.setdefault(unit, set()).add(coded.labels[code])
    return {unit: frozenset(texts) for unit, texts in marks.items()}
