"""Fill in the gradebook of a learning platform, byte by byte, and touch nothing else in it."""
