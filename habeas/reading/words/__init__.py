"""A text cut into words, sentences and clauses; the tables of its language; and how firmly a thing is told."""
