"""Turns in the room: who speaks, how much time is left, who is next, and all that two people or a round need."""
