"""How well extraction reads news text: development texts with gold, the scorer, and its tests."""
