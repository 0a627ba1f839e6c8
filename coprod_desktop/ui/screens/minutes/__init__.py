"""The minutes: the true page on the left, what to do with it on the right."""
