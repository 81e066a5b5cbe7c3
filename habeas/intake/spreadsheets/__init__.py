"""An existing spreadsheet of prisoners becomes claims, by a map."""
