"""Data: which files, what they hold, and whether they can be trusted to compare."""
