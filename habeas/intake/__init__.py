"""What comes in, and what editors decide of it. Every row of a list has a stated outcome.

What reads stands in a folder for each kind: files, texts, captures, spreadsheets. Beside them stand acts that write.
"""
