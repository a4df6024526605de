"""What follows from decisions and evidence: pure functions on numpy; no files, no settings, no clock."""
