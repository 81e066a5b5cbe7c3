"""What can be said, and what follows from it. Pure: no Django, no clock, no network, no disk."""
