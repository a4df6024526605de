"""Qt without widgets: the open document, jobs, preferences, recent files, recovery."""
