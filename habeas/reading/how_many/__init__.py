"""Numbers of people, and what became of those who are counted."""
