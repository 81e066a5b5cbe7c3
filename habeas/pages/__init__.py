"""The public site, rendered from queries."""
