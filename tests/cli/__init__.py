"""Tests of tradeoff_app.cli."""
