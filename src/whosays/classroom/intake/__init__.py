"""Take in what was handed in: whose it is, and what is in it. All of it is untrusted."""
