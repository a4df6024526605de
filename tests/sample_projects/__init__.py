"""The sample projects tell the stories that they are there for."""
