-- The list of all claims, newest change first, is read a window at a time.

CREATE INDEX claim_status_newest ON claim_status (newest, claim);
CREATE INDEX claim_status_status_newest ON claim_status (status, newest, claim);
DROP INDEX claim_status_status;
CREATE INDEX position_reversed ON position (claim) WHERE reversed;

-- What was to come, for the question whether it has.

CREATE INDEX event_to_come ON event (latest) WHERE kind IN ('planned', 'pending');
