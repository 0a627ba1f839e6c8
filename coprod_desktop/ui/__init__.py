"""What people see, hear and press: the only room that knows Qt."""
