"""Tests of the room minutes."""
