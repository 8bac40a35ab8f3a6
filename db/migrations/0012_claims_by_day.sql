-- The list of claims as of a day is walked in its order past all that came later: the index holds what that walk
-- asks of a claim, so that no row is looked up for it.

DROP INDEX claim_status_newest;

CREATE INDEX claim_status_newest ON claim_status (newest, claim, public, topic);
