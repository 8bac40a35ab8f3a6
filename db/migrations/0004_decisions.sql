-- What a person did and can take back, what is watched, and how statuses moved. None of it is journaled:
-- what an action changed is in the journal itself, and moves are derived.

CREATE TABLE action (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    session TEXT NOT NULL, -- the open store that did it
    personal INTEGER NOT NULL CHECK (personal IN (0, 1)), -- a person's; outlives its session
    sentence TEXT NOT NULL, -- what it did, in words
    first INTEGER NOT NULL, -- its lines in the journal, those of its redoing after one
    last INTEGER NOT NULL CHECK (last >= first),
    undone_first INTEGER, -- the lines of its undoing
    undone_last INTEGER,
    state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone'))
) STRICT;
CREATE INDEX action_state ON action (state, id);

-- Stretches of the journal that undoing and redoing went over.

CREATE TABLE action_lines (
    first INTEGER PRIMARY KEY NOT NULL,
    last INTEGER NOT NULL
) STRICT;

CREATE TABLE watch (
    kind TEXT NOT NULL CHECK (kind IN ('claim', 'actor', 'party')),
    record TEXT NOT NULL CHECK (record <> ''), -- id of the claim or actor, code of the party
    at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    PRIMARY KEY (kind, record)
) STRICT, WITHOUT ROWID;

-- Each time a claim's status changed, or a party turned round, and the cell that did it.

CREATE TABLE status_move (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    seq INTEGER NOT NULL, -- the newest journal line then
    at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    was TEXT NOT NULL,
    now TEXT NOT NULL,
    party TEXT,
    statement TEXT,
    reversed INTEGER NOT NULL CHECK (reversed IN (0, 1))
) STRICT;
CREATE INDEX status_move_claim ON status_move (claim);
