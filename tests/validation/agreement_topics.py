"""Answers of the product to oracle cases about agreement between raters."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from tests.validation import reference
from tests.validation.case_data import Case
from tradeoff_app.analysis import agreement


def several_raters(case: Case, _: Path) -> dict[str, Any]:
    """Krippendorff, Gwet and Fleiss over a matrix with gaps."""
    matrix = np.array(
        [[np.nan if value is None else value for value in row] for row in case["inputs"]["raters_by_items"]],
        dtype=np.float64,
    )
    ratings = agreement.count_ratings(matrix)
    return {
        "krippendorff": {
            scale: agreement.krippendorff_alpha(ratings, scale) for scale in ("nominal", "ordinal", "interval")
        },
        "gwet_ac1": agreement.gwet(ratings),
        "gwet_ac1_se": reference.gwet_standard_error(ratings),
        "gwet_ac2_ordinal": agreement.gwet(ratings, "ordinal"),
        "gwet_ac2_quadratic": agreement.gwet(ratings, "quadratic"),
        "percent_agreement": agreement.percent_agreement(ratings),
        "fleiss_kappa": reference.fleiss_kappa(ratings),
    }


def two_raters(case: Case, _: Path) -> dict[str, Any]:
    """Cohen's kappa, plain and weighted by how many labels two ratings are apart."""
    given = case["inputs"]
    labels = given.get("labels") or sorted({*given["rater_a"], *given["rater_b"]})
    first, second = (
        np.array([labels.index(value) for value in given[side]], dtype=np.float64) for side in ("rater_a", "rater_b")
    )
    return {
        "unweighted": reference.cohen_kappa(first, second),
        "linear": reference.cohen_kappa(first, second, "linear"),
        "quadratic": reference.cohen_kappa(first, second, "quadratic"),
    }
