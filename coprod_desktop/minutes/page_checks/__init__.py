"""Reads finished pages back and says, in plain words, what on them breaks a rule."""
