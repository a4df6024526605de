"""Briefing: what leaves the app, for whom, on which paper."""
