"""Alembic's entry: migrations run on the connection, and inside the transaction, that `store.schema` opened."""

from alembic import context

from tocsin.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
