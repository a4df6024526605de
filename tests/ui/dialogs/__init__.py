"""Dialogs, shown and answered as a person does."""
