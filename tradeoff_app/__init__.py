"""Tradeoff turns before/after evaluation results into a release decision that leaders can read."""

import os

__version__ = "0.1.0"

# The products of one slider move are too small to share out: more threads cost more than they bring.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
