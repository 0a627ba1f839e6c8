"""The few parts that every screen is built from."""
