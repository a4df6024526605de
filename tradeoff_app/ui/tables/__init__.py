"""Table views and delegates that several steps share."""
