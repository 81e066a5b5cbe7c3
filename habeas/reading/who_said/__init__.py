"""Who says what: verbs of speech, their speakers, and the words that are theirs."""
