"""The same assignments for those whose course runs on nbgrader."""
