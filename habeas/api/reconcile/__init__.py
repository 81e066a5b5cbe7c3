"""The Reconciliation Service API, 0.2 and the draft of 1.0: a column of names matched against the public register."""
