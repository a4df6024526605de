"""The parts of a briefing, one a module; they do not know each other."""
