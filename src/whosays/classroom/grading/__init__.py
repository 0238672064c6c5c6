"""Grade a folder of submissions: points, feedback pages, marks by hand, and what was graded before."""
