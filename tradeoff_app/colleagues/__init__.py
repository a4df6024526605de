"""Work with colleagues: what differs between two versions of a project, item by item and in words."""
