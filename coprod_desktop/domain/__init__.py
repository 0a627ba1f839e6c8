"""What a meeting is: plain Python, no files, clock, random numbers, Qt or SQL."""
