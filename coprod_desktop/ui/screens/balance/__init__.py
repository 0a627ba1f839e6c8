"""Equal voice: what the group chose to count, on the screen and on a page to print."""
