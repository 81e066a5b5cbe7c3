"""Whom a text names, in which words, and whom its pronouns mean."""
