"""Lists of people to try the reading of files with."""
