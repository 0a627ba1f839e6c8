"""The commands of the command line, one file for each kind: words and JSON out, through the same services."""
