"""Search relevance: better on the most frequent queries, a few more inaccuracies on the long tail; promptfoo files."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import numpy as np
from paired_outcomes import Counts, draw_events

NAME = "search-relevance"
TITLE = "Search relevance, autumn model"
SEED = 20261002
FOUND = {"top queries": Counts(600, 348, 61, 26), "long tail": Counts(2000, 1010, 62, 55)}
INACCURATE = {"top queries": Counts(600, 9, 1, 3), "long tail": Counts(2000, 60, 12, 2)}
GAIN = {"top queries": (0.58, 0.050), "long tail": (0.46, 0.004)}
TOPICS = ("shoes", "headphones", "garden", "kitchen", "toys", "books", "lamps", "bags")


def _assertions(found: int, inaccurate: int, gain: float) -> list[dict[str, Any]]:
    def part(metric: str, score: float, reason: str) -> dict[str, Any]:
        return {
            "pass": score >= 0.5,
            "score": score,
            "reason": reason,
            "assertion": {"type": "javascript", "value": f"file://{metric}.js", "metric": metric},
        }

    return [
        part("found_in_top_3", found, "a relevant product stands in the first three"),
        part("inaccurate", inaccurate, "an attribute shown differs from the catalogue"),
        {**part("ranking_gain", round(gain, 4), "discounted gain of the first ten"), "pass": True},
    ]


def _row(index: int, tier: str, version: str, outcome: tuple[int, int, float], seconds: float) -> dict[str, Any]:
    found, inaccurate, gain = outcome
    components = _assertions(found, inaccurate, gain)
    passed = bool(found) and not inaccurate
    query = f"{TOPICS[index % len(TOPICS)]} {index}"
    return {
        "cost": 0.0009,
        "gradingResult": {
            "pass": passed,
            "score": round(sum(part["score"] for part in components) / 3, 4),
            "namedScores": {part["assertion"]["metric"]: part["score"] for part in components},
            "namedScoreWeights": {part["assertion"]["metric"]: 1 for part in components},
            "componentResults": components,
        },
        "failureReason": 0 if passed else 1,
        "id": str(UUID(int=index + (10**12 if version == "autumn" else 10**11))),
        "latencyMs": round(seconds * 1000),
        "promptIdx": 0,
        "provider": {"id": f"search:{version}", "label": f"search-{version}"},
        "success": passed,
        "testCase": {"vars": {"query": query}, "metadata": {"query_tier": tier}},
        "testIdx": index,
        "vars": {"query": query},
    }


def _results(version: str, rows: list[dict[str, Any]]) -> bytes:
    passed = sum(row["success"] for row in rows)
    tree = {
        "evalId": f"eval-{version}",
        "results": {
            "version": 3,
            "timestamp": "2026-10-20T08:00:00.000Z",
            "prompts": [{"raw": "{{query}}", "label": "query", "provider": f"search-{version}"}],
            "results": rows,
            "stats": {"successes": passed, "failures": len(rows) - passed, "errors": 0},
        },
        "config": {"description": "Search relevance"},
        "metadata": {"promptfooVersion": "0.121.20"},
    }
    return json.dumps(tree, separators=(",", ":")).encode()


def result_files() -> dict[str, bytes]:
    """File name to bytes: promptfoo JSON (version 3) of the summer and of the autumn model."""
    rng = np.random.default_rng(SEED)
    versions = ("summer", "autumn")
    rows: dict[str, list[dict[str, Any]]] = {version: [] for version in versions}
    for tier, counts in FOUND.items():
        found, inaccurate = draw_events(rng, counts), draw_events(rng, INACCURATE[tier])
        centre, better = GAIN[tier]
        quality = rng.beta(centre * 6, (1 - centre) * 6, counts.n)
        gains = (quality, (quality + rng.normal(better, 0.09, counts.n)).clip(0, 1))
        for arm, version in enumerate(versions):
            seconds = rng.lognormal(np.log(0.42 + 0.02 * arm), 0.3, counts.n)
            for i in range(counts.n):
                outcome = (int(found[arm][i]), int(inaccurate[arm][i]), float(gains[arm][i]))
                rows[version].append(_row(len(rows[version]), tier, version, outcome, float(seconds[i])))
    return {f"{NAME}-{version}.json": _results(version, rows[version]) for version in versions}
