"""Runs of whole studies."""
