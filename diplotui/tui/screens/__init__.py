"""Screens and forms: they ask the lanes and hand what they get to widgets."""
