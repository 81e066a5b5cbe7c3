"""The words that tell of something, and of whom each of them is said."""
