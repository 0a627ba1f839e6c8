"""Lists of people as files: read, asked about row by row, brought in as one act, and saved again (R01)."""
