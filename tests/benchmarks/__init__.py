"""Speed as ratios, each measured in one run against a floor or a peer; never a timed assertion in a test."""
