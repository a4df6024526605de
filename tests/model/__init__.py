"""Tests of tradeoff_app.model."""
