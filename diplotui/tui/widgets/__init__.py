"""Panes and bars: they show records and post messages; they read nothing themselves."""
