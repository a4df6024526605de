"""The Scenarios step: choices side by side, and what each of them comes to."""
