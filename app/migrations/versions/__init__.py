"""The revisions of the service database, oldest first by their names."""
