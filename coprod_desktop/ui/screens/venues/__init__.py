"""The places that the group remembers."""
