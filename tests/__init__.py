"""The checks of the program, one folder for each room."""
