"""Expected tables."""
