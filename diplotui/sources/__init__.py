"""What comes in: files and other sources, read into texts with what they say of themselves."""
