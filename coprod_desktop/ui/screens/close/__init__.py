"""Closing a meeting: reading back, how it was for us, thank you."""
