"""Property tests of the analysis take as long as the machine needs: speed has its own benchmarks."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("analysis", deadline=None)
settings.load_profile("analysis")
