"""What a file of any kind holds: its text, its rows, and where in them the names are."""
