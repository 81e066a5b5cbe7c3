"""The data as files to take along: one module a format, all from the same tables."""
