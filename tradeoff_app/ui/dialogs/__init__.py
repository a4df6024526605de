"""Questions and lists that stand above the window."""
