"""The pages of the window, one folder a step of the rail."""
