"""The screen of ideas, decisions and jobs, and the acts of each."""
