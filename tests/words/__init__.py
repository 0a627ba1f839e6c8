"""What is hard to read."""
