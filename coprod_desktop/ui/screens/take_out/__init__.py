"""Private words are taken out for good, with the yes of 2 people."""
