"""The place of the group: what it says about itself, and its word list."""
