"""Before the meeting: what helps people take part, and how far it is."""
