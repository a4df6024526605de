"""The shapes that a before/after distribution takes, one for each type of metric."""
