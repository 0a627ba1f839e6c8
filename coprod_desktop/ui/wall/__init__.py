"""The wall: what the room sees on the projector or on the laptop that is turned round, one thing at a time."""
