"""What other weights would say: where one weight flips the score, and in which share of all weights it is positive."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.analysis.random_streams import exponential, open_stream


def flip_weight(weights: Sequence[float], differences: Sequence[float], i: int) -> float | None:
    """Weight of criterion i at which the score difference is 0, the others keeping their ratios; None if none in 0..1.

    D_-i = sum of w_j d_j over j != i, divided by 1 - w_i; w* = D_-i / (D_-i - d_i).
    """
    rest = sum(w * d for j, (w, d) in enumerate(zip(weights, differences, strict=True)) if j != i)
    if weights[i] >= 1.0:
        return None
    others = rest / (1 - weights[i])
    if others == differences[i]:
        return None
    flip = others / (others - differences[i])
    return flip if 0.0 <= flip <= 1.0 else None


def smallest_weight_move(weights: Sequence[float], differences: Sequence[float]) -> float | None:
    """Smallest share of weight to move anywhere so that the score difference becomes 0 (half the L1 distance).

    Weight moves from where it helps most to where it hurts most, so the optimum of the linear program is greedy. None
    where no weights at all give 0.
    """
    w, d = list(weights), list(differences)
    score = sum(a * b for a, b in zip(w, d, strict=True))
    sign = 1.0 if score > 0 else -1.0
    toward = min(d, key=lambda x: sign * x)
    if sign * toward > 0:
        return None
    moved, left = 0.0, abs(score)
    for index in sorted(range(len(w)), key=lambda j: -sign * d[j]):
        gain = sign * (d[index] - toward)
        if gain <= 0 or left <= 0:
            break
        step = min(w[index], left / gain)
        moved, left = moved + step, left - step * gain
    return moved


def acceptability(differences: Sequence[float]) -> float:
    """Share of all weights (uniform on the simplex) with a positive score difference, for fixed differences.

    Such weights are exponential draws over their sum, so that gains and losses race like exponential stages: with means
    a and b the stage of the losses ends first with chance a / (a + b), and the rest begins anew. For distinct
    differences this is the closed form sum of d_i^(n-1) / prod of (d_i - d_j) over positive d_i; ties need no care.
    """
    gains, losses = [d for d in differences if d > 0], [-d for d in differences if d < 0]
    ahead = [1.0 if gains else 0.0] * (len(gains) + 1)
    ahead[-1] = 0.0
    for loss in reversed(losses):
        row = [0.0] * (len(gains) + 1)
        for i in range(len(gains) - 1, -1, -1):
            row[i] = (gains[i] * ahead[i] + loss * row[i + 1]) / (gains[i] + loss)
        ahead = row
    return ahead[0]


@lru_cache(maxsize=8)
def uniform_weights(seed: int, criteria: int, draws: int) -> FloatArray:
    """Weights uniform on the simplex, shape (draws, criteria)."""
    raw = exponential(open_stream(seed, "weights", str(criteria)), (draws, criteria))
    weights = raw / raw.sum(axis=1, keepdims=True)
    weights.setflags(write=False)
    return np.asarray(weights, dtype=np.float64)


def ship_share(seed: int, parts: FloatArray) -> float:
    """Share of weights x replicates in which the candidate scores above the baseline; `parts` is (criteria, B)."""
    weights = uniform_weights(seed, *parts.shape)
    return float((np.einsum("bm,mb->b", weights, parts) > 0).mean())


def rank_acceptability(values: FloatArray) -> FloatArray:
    """Share of draws in which alternative i has rank r; `values` is (draws, alternatives), higher is better."""
    order = (values[:, None, :] > values[:, :, None]).sum(axis=2)
    n = values.shape[1]
    return np.stack([(order == rank).mean(axis=0) for rank in range(n)], axis=1)


def central_weights(weights: FloatArray, values: FloatArray) -> list[FloatArray | None]:
    """Per alternative the mean of the weights under which it comes first; None where it never does."""
    first = values.argmax(axis=1)
    return [weights[first == i].mean(axis=0) if bool((first == i).any()) else None for i in range(values.shape[1])]


def confidence_factors(central: Sequence[FloatArray | None], criteria: FloatArray) -> list[float | None]:
    """Per alternative the share of draws in which it comes first under its own central weights.

    `criteria` is (draws, alternatives, criteria).
    """
    factors: list[float | None] = []
    for i, weight in enumerate(central):
        best = None if weight is None else (criteria @ weight).argmax(axis=1)
        factors.append(None if best is None else float((best == i).mean()))
    return factors


def pairwise_winning(values: FloatArray) -> FloatArray:
    """Share of draws in which alternative i scores above alternative j."""
    return np.asarray((values[:, :, None] > values[:, None, :]).mean(axis=0), dtype=np.float64)
