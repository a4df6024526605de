"""The command line: everything that needs no eyes, one file per command, without Qt and without a display."""
