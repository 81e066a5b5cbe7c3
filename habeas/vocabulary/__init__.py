"""The words of the field as YAML, each with its source, and the loader that hands them out as frozen values."""
