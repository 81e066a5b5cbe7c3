"""The worked example: Belarus from 2015 to March 2026, as hand-written sources that anybody can read and mend."""

ENDS = "2026-03-19"
"""Nothing later than this day is in the example; every page that shows it says so."""
