"""The screen for lists of people as files: bring in, and save."""
