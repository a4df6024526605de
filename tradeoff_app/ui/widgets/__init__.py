"""The controls of the window, each with its looks and its manners."""
