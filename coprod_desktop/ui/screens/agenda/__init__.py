"""The agenda screen and the panels that open in it."""
