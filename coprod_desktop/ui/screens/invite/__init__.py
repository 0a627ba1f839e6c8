"""Who is asked to a meeting, what they answered, and the invitations themselves (R06, R07)."""
