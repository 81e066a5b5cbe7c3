"""Sanctions lists as sanctioners print them: a folder for each, bytes in, entries out. Nothing is decided here."""
