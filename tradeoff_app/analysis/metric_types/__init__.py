"""How each type of metric is estimated and compared, one a module."""
