-- The full-text index holds more of each event; it is made anew when the ledger is next opened.

DELETE FROM setting WHERE name = 'derived_seq';
