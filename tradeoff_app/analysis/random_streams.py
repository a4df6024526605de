"""Random numbers that depend on nothing but their name: seed, segment and stream (decision-model, 3c.5)."""

from __future__ import annotations

import hashlib

import numpy as np

from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.analysis.special_functions import special


def open_stream(seed: int, segment: str, stream: str) -> np.random.Generator:
    """A Philox generator keyed by the first 16 bytes of SHA-256("seed|segment|stream")."""
    digest = hashlib.sha256(f"{seed}|{segment}|{stream}".encode()).digest()
    return np.random.Generator(np.random.Philox(key=int.from_bytes(digest[:16], "big")))


def exponential(generator: np.random.Generator, shape: tuple[int, ...]) -> FloatArray:
    """Exp(1) draws as -log1p(-u). A draw u is a multiple of 2^-53, so 1 - u is exact and log(1 - u) the same."""
    draws = negative_exponential(generator, np.empty(shape))
    return np.negative(draws, out=draws)


def negative_exponential(generator: np.random.Generator, out: FloatArray) -> FloatArray:
    """Exp(1) draws with the opposite sign, in `out`: for sums of millions, whose sign is turned once at the end."""
    generator.random(out=out)
    np.subtract(1.0, out, out=out)
    return np.log(out, out=out)


def half_gamma(generator: np.random.Generator, shape: tuple[int, ...]) -> FloatArray:
    """Gamma(1/2) draws as half a squared standard normal."""
    return 0.5 * normal(generator, shape) ** 2


def normal(generator: np.random.Generator, shape: tuple[int, ...]) -> FloatArray:
    """Standard normal draws by inversion; the smallest possible uniform stands for an exact 0."""
    uniform = np.maximum(generator.random(shape), 2.0**-53)
    return np.asarray(special.ndtri(uniform), dtype=np.float64)
