"""Computes oracle cases through the product's own functions: `python -m tests.validation.oracles DIR --json`."""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from tests.validation import agreement_topics as agreement
from tests.validation import decision_topics as decision
from tests.validation import effect_topics as effect
from tests.validation import engine_topics as engine
from tests.validation import language_topics as language
from tests.validation import value_topics as value
from tests.validation.case_data import Case

Topic = Callable[[Case, Path], dict[str, Any]]

TOPICS: Mapping[str, Topic] = {
    "rates.single_proportion": effect.single_proportion,
    "effects.paired_binary_bonett_price": effect.paired_binary,
    "effects.paired_binary_tango": effect.tango,
    "effects.mcnemar": effect.mcnemar,
    "effects.paired_mean": effect.paired_mean,
    "effects.paired_mean_half_points": effect.paired_mean,
    "effects.clustered_paired": effect.clustered,
    "effects.unpaired_mean_welch": effect.welch,
    "effects.relative_change_delta_method": effect.relative,
    "effects.ratio_metric_delta": effect.ratio,
    "effects.cuped": effect.cuped,
    "effects.unpaired_binary": effect.unpaired_binary,
    "heavy_tail.winsorised_mean": effect.winsorised,
    "heavy_tail.p90_order_statistic_interval": effect.order_statistics,
    "missing.policies_and_bounds": effect.missing,
    "power.unpaired_rates": effect.unpaired_power,
    "power.paired_mde": effect.paired_power,
    "noninferiority.relative_margin": effect.relative_margin,
    "engine.bayesian_bootstrap_binary_is_jeffreys": engine.one_rate,
    "engine.bayesian_bootstrap_paired_binary": engine.paired_rates,
    "engine.bayesian_bootstrap_clustered_calibrated": engine.clustered,
    "sequential.asymptotic_confidence_sequence": effect.sequence,
    "gate.absolute_limit": decision.absolute_limit,
    "integrity.sample_ratio_mismatch": decision.ratio_mismatch,
    "multiplicity.adjusted_p": decision.adjusted,
    "multiplicity.spotify_design": decision.design,
    "segments.by_segment_and_population_mix": decision.by_segment,
    "segments.partial_pooling": decision.partial_pooling,
    "verdict.guardrail_state": decision.guardrail_states,
    "verdict.target_state": decision.target_states,
    "verdict.release": decision.release,
    "verdict.two_metric_core_vs_expgate": decision.two_metric_core,
    "verdict.end_to_end": decision.end_to_end,
    "mcda.partial_value_function": value.partial_value_function,
    "mcda.rank_order_centroid": value.rank_weights,
    "mcda.swing_weighted_score": value.score,
    "value.low_base_high": value.low_base_high,
    "value.net_value_normal": value.net_value_normal,
    "value.replicate_matrix_recompute": value.replicate_value,
    "value.several_candidates": value.several_candidates,
    "sensitivity.weight_flip": value.weight_flip,
    "sensitivity.smaa_uniform_weights_exact": value.exact_acceptability,
    "sensitivity.smaa_rank_acceptability": value.drawn_acceptability,
    "sensitivity.tornado": value.tornado,
    "agreement.krippendorff_and_gwet": agreement.several_raters,
    "agreement.cohen_kappa": agreement.two_raters,
}


def read_cases(folder: Path) -> Iterator[Case]:
    """Every case of the folder's JSON files."""
    for path in sorted(folder.glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        yield from document if isinstance(document, list) else document.get("cases", [])


def answer(case: Case, folder: Path) -> dict[str, Any] | None:
    """What the product computes for a case, with the names of its expectation; None where it has no such topic."""
    topic, sentence = TOPICS.get(case["topic"]), language.TOPICS.get(case["topic"])
    if topic is None and sentence is None:
        return None
    found = topic(case, folder) if topic else sentence(case["inputs"]) if sentence else {}
    return {name: found.get(name) for name in case["expected"]}


UNREADABLE = (ArithmeticError, AssertionError, AttributeError, LookupError, OSError, TypeError, ValueError)
"""What a case raises that says something else than its topic reads."""


def answer_all(folder: Path) -> dict[str, dict[str, Any] | None]:
    """The answers to all cases of a folder by id; one case that cannot be read leaves its own numbers open."""
    answers: dict[str, dict[str, Any] | None] = {}
    for case in read_cases(folder):
        try:
            answers[case["id"]] = plain(answer(case, folder))
        except UNREADABLE as error:
            sys.stderr.write(f"{case['id']}: {type(error).__name__}: {error}\n")
            answers[case["id"]] = dict.fromkeys(case["expected"])
    return answers


def plain(value: Any) -> Any:
    """The answer in JSON's own types; a number that is not finite is unknown."""
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | np.ndarray):
        return [plain(inner) for inner in value]
    if isinstance(value, np.generic):
        return plain(value.item())
    return None if isinstance(value, float) and not math.isfinite(value) else value


def main() -> int:
    """Print the answers as one JSON document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", action="store_true", help="kept for symmetry with the product's own commands")
    options = parser.parse_args()
    json.dump(answer_all(options.folder), sys.stdout, indent=1, allow_nan=False)
    sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
