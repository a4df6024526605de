"""Compare: what changed, and for whom: the metric by segment matrix and a closer look at the chosen cell."""
