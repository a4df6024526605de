"""What colleagues do with each other's files: compare them in words."""
