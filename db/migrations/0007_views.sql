-- Searches that a person keeps under a name, and what a marking as read changed, so that it can be taken back.

CREATE TABLE saved_view (
    name TEXT PRIMARY KEY NOT NULL CHECK (name <> ''),
    query TEXT NOT NULL,
    ordinal INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TRIGGER saved_view_journal_insert AFTER INSERT ON saved_view
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'saved_view', NEW.name, 'insert',
        json_object('name', NEW.name, 'query', NEW.query, 'ordinal', NEW.ordinal)
    );
END;

CREATE TRIGGER saved_view_journal_update AFTER UPDATE ON saved_view
WHEN (NEW.name, NEW.query, NEW.ordinal) IS NOT (OLD.name, OLD.query, OLD.ordinal)
BEGIN
    SELECT RAISE(ABORT, 'the key of a row is never changed') WHERE NEW.name IS NOT OLD.name;
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'saved_view', NEW.name, 'update',
        json_object('name', NEW.name, 'query', NEW.query, 'ordinal', NEW.ordinal)
    );
END;

CREATE TRIGGER saved_view_journal_delete AFTER DELETE ON saved_view
BEGIN
    INSERT INTO journal (tbl, key, op, row) VALUES (
        'saved_view', OLD.name, 'delete',
        json_object('name', OLD.name, 'query', OLD.query, 'ordinal', OLD.ordinal)
    );
END;

ALTER TABLE action ADD COLUMN seen TEXT; -- {event: [seen before, seen then]}, of a marking as read
