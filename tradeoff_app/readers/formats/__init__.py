"""Evaluation files, one format a module."""
