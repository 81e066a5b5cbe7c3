"""The lines: append-only, chained, and with everything personal sealed beside them. In by append, out by read."""
