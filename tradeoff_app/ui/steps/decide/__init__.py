"""Decide: the recommendation, an answer to every regression, and the choice itself."""
