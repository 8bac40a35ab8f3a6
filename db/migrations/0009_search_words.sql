-- Every word of the full-text index: the beginning of a word is looked up here, since the index itself would
-- read all that begins so before it gives the first row. Words stay when the last event with them goes.

CREATE TABLE indexed_word (
    word TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;

DELETE FROM setting WHERE name = 'derived_seq';
