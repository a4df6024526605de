"""Tests of tradeoff_app.colleagues."""
