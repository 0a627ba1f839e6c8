"""What Alembic runs: it migrates over the connection it is handed, inside the transaction that is already open."""

from alembic import context

from coprod_desktop.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
