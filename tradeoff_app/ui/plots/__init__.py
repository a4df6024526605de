"""Figures painted on screen."""
