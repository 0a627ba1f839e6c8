"""What a person can ask for: one method per request, no Qt, no SQL."""
