"""What is proposed of all that was found: claims, each pinned to its words, its day and its speaker."""
