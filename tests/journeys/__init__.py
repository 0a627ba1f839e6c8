"""Ways through the whole window, with key presses."""
