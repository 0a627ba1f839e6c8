"""Run a co-production meeting from a blank sheet to pages that people can read."""

__version__ = "0.1.0"
