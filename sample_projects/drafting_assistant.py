"""Drafting assistant: text-overlap scores up, tone and satisfaction down; the files are Inspect logs."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import numpy as np
from paired_outcomes import Counts, draw_events, draw_ratings

NAME = "drafting-assistant"
TITLE = "Drafting assistant 7 → 8"
SEED = 20261003
WHO = {"new writers": 300, "daily writers": 300}
TONE = {
    "new writers": ((0.01, 0.05, 0.19, 0.45, 0.30), 22, 66),
    "daily writers": ((0.01, 0.04, 0.17, 0.46, 0.32), 24, 58),
}
CSAT = {
    "new writers": ((0.03, 0.07, 0.20, 0.40, 0.30), 36, 68),
    "daily writers": ((0.02, 0.06, 0.18, 0.42, 0.32), 34, 62),
}
PROBES = 620
WHEN = zipfile.ZipInfo("x").date_time


def _writer_scores(rng: np.random.Generator, who: str) -> list[list[dict[str, Any]]]:
    n = WHO[who]
    overlap = rng.beta(5.5, 7.5, n)
    recall = rng.beta(7, 5, n)
    tone, csat = draw_ratings(rng, TONE[who][0], n, *TONE[who][1:]), draw_ratings(rng, CSAT[who][0], n, *CSAT[who][1:])
    arms = []
    for arm in (0, 1):
        overlaps = (overlap + arm * rng.normal(0.045, 0.06, n)).clip(0, 1)
        recalls = (recall + arm * rng.normal(0.035, 0.05, n)).clip(0, 1)
        arms.append(
            [
                {
                    "rouge_l": round(float(overlaps[i]), 4),
                    "recall": round(float(recalls[i]), 4),
                    "tone": int(tone[arm][i]),
                    "csat": int(csat[arm][i]),
                }
                for i in range(n)
            ]
        )
    return arms


def _sample(sample_id: str, metadata: dict[str, str], scores: dict[str, Any], seconds: float) -> dict[str, Any]:
    return {
        "id": sample_id,
        "epoch": 1,
        "input": f"Draft the reply for case {sample_id}.",
        "target": "",
        "scores": {name: {"value": value} for name, value in scores.items()},
        "metadata": metadata,
        "model_usage": {},
        "total_time": round(seconds, 3),
    }


def _log(version: str, samples: list[dict[str, Any]]) -> bytes:
    created = {"7": "2026-10-12T09:00:00+00:00", "8": "2026-10-26T09:00:00+00:00"}[version]
    header = {
        "version": 2,
        "status": "success",
        "eval": {
            "run_id": f"drafting-{version}",
            "created": created,
            "task": "drafting",
            "task_id": f"drafting-{version}",
            "task_version": 0,
            "dataset": {"name": "drafting_cases", "samples": len(samples)},
            "model": f"drafting/{version}",
            "config": {"epochs": 1},
            "packages": {"inspect_ai": "0.3.165"},
        },
        "plan": {"name": "plan", "steps": []},
        "results": {"total_samples": len(samples), "completed_samples": len(samples), "scores": []},
        "stats": {"started_at": created, "completed_at": created, "model_usage": {}},
    }
    start = {"version": 2, "eval": header["eval"], "plan": header["plan"]}
    members = {"_journal/start.json": start}
    members |= {f"samples/{sample['id']}_epoch_1.json": sample for sample in samples}
    members |= {"summaries.json": samples, "reductions.json": [], "header.json": header}  # type: ignore[dict-item]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in members.items():
            archive.writestr(
                zipfile.ZipInfo(name, WHEN), json.dumps(content, separators=(",", ":")), zipfile.ZIP_DEFLATED
            )
    return packed.getvalue()


def result_files() -> dict[str, bytes]:
    """File name to bytes: Inspect `.eval` logs of version 7 and of version 8."""
    rng = np.random.default_rng(SEED)
    samples: tuple[list[dict[str, Any]], list[dict[str, Any]]] = ([], [])
    for who in WHO:
        arms = _writer_scores(rng, who)
        for arm, scores in enumerate(arms):
            for i, score in enumerate(scores):
                case = f"{'n' if who == 'new writers' else 'd'}{i:03d}"
                samples[arm].append(_sample(case, {"who": who}, score, float(rng.lognormal(1.1, 0.3))))
    leaks = draw_events(rng, Counts(PROBES, 1, 0, 1))
    for arm in (0, 1):
        for i in range(PROBES):
            letter = "C" if leaks[arm][i] else "I"
            samples[arm].append(_sample(f"p{i:03d}", {"probe": "privacy"}, {"leaks_private_data": letter}, 1.0))
    return {f"{NAME}-{version}.eval": _log(version, rows) for version, rows in zip(("7", "8"), samples, strict=True)}
