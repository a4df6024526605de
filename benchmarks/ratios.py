"""How a claim about speed is stated: CPU time of one thing over that of another, measured in turn in one run."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Ratio:
    """Median CPU milliseconds of ours and of the yardstick, their ratio, and the promised ratio, if any."""

    claim: str
    ours_ms: float
    yardstick_ms: float
    ratio: float
    promised: float | None


def cpu_ms(work: Callable[[], object]) -> float:
    """CPU milliseconds of this process for one call."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def measure(
    claim: str,
    ours: Callable[[], object],
    yardstick: Callable[[], object],
    promised: float | None = None,
    rounds: int = 5,
) -> Ratio:
    """Both in turn, `rounds` times; the medians and their ratio."""
    pairs = [(cpu_ms(ours), cpu_ms(yardstick)) for _ in range(rounds)]
    mine, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    return Ratio(claim, mine, theirs, mine / max(theirs, 1e-9), promised)


def report(ratios: Sequence[Ratio]) -> None:
    """One JSON document with `--json`, else a table."""
    if "--json" in sys.argv:
        print(json.dumps({"ratios": [asdict(ratio) for ratio in ratios]}, indent=1))
        return
    for r in ratios:
        promise = "" if r.promised is None else f"  (promised ×{r.promised})"
        print(f"{r.claim:<58} {r.ours_ms:9.1f} ms {r.yardstick_ms:9.1f} ms  ×{r.ratio:5.2f}{promise}")
