"""The people of the group: the list, one page a person, and those who are no longer here."""
