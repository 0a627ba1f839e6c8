"""The window: header, rail, the screen in the middle, the undo bar; and the way between places."""
