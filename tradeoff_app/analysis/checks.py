"""Is the evidence itself sound: pairing, duplicates, ratio mismatch, judge, mix, errors, small segments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True)
class Finding:
    """One result of an evidence check; `fatal` withholds the verdict. `values` feeds the sentence that says it."""

    code: str
    level: Literal["ok", "info", "warn", "fatal"]
    metric: str | None = None
    segment: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
