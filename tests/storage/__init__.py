"""Projects on disk: saves that never cost a file, and reading that never guesses."""
