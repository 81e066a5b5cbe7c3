"""From the text of a report to claims that a person can check, each pinned to the words it rests on. Pure."""
