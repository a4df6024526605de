"""Projects on disk: one JSON text, saved atomically, read strictly, with earlier versions and recovery beside it."""
