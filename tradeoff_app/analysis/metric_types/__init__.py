"""The types of metric, one per file; `analysis.catalogue` lists them."""
