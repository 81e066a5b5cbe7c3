"""The bytes of sources, each kept once under its own hash, and places in their text found by their words."""
