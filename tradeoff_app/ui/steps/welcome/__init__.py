"""Welcome: where nothing is open yet: drop files, take a sample, go on with a recent file."""
