-- Documents whose source is watched no longer, with the instant at which the source showed them last anew: by it
-- they go with age like those of a source that is watched.

CREATE TABLE removed_source_document (
    document TEXT PRIMARY KEY NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    first_seen TEXT NOT NULL
) STRICT, WITHOUT ROWID;
