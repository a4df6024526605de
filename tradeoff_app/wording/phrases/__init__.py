"""Phrases that a language file gathers, by what they speak of; one file per language and room."""
