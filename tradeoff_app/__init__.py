"""Tradeoff turns before/after evaluation results into a release decision that leaders can read."""

__version__ = "0.1.0"
