"""What comes in: lists and spreadsheets, read row by row, each row with a stated outcome."""
