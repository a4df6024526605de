"""Gates: what must never happen, what must not get worse, and what the release is for."""
