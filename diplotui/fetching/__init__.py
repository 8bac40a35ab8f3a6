"""Watched sources: rounds over those that are due, what becomes of their entries, how they are changed."""
