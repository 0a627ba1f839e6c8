"""Qt list models, fed with set_rows()."""
