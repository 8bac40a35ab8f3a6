"""For which party somebody speaks: the home of an office, in the phrase itself or elsewhere in the text."""
