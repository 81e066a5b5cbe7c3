"""Days, and lengths of time."""
