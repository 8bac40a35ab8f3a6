-- Which filings are in the ledger whole, so that one that comes again unchanged is known without a look at its
-- rows: a digest of its content, and the journal line up to which it holds.

CREATE TABLE filed (
    digest BLOB PRIMARY KEY NOT NULL,
    seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
