"""Our ideas: finding what was said, the path of an idea, and what waits."""
