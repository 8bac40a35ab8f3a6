"""What goes out of the ledger: its own format, and the lists that the command line prints as JSON."""
