"""What is remembered: the only room that knows SQLAlchemy, Alembic and SQLCipher."""
