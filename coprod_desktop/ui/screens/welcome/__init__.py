"""Welcome: who is here, and what a group does before it begins."""
