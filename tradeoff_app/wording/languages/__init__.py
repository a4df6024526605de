"""One file per language: its signs, its grammar and its phrases."""
