"""Pictures without a toolkit: specifications that the screen and the PDF paint alike."""
