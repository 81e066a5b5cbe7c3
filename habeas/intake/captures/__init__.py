"""Pages and files as evidence: taken, proved, looked at again, redacted."""
