"""Tests of the tools' own formats."""
