"""The briefing's own words, one module a language: heads of sections and tables, labels of cards."""
