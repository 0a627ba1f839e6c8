"""Letters and sheets for people, before and around a meeting; each is printed in the format that a person chose."""
