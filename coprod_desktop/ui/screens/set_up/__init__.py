"""About a meeting: what for, when, where, what is open and what is fixed."""
