-- Subscriptions, letters that wait, reports that were handed out. Every column here stands in src/model/data_map.rs.

-- Subscriptions.

-- Letters and messages that wait (erasure).
-- What is still to be sent to somebody, with all it takes, so that it can leave when nothing else is known of them.
CREATE TABLE outbox (
    id        INTEGER PRIMARY KEY,
    kind      TEXT NOT NULL, -- the key of model::outbox::Kind
    channel   TEXT NOT NULL, -- 'letter' or 'mail'
    recipient TEXT NOT NULL, -- the name
    address   TEXT NOT NULL, -- the postal address, line by line, or the e-mail address
    language  TEXT NOT NULL, -- ISO 639-1
    subject   TEXT NOT NULL DEFAULT '',
    body      TEXT NOT NULL,
    state     TEXT NOT NULL, -- the key of model::outbox::State
    person    INTEGER REFERENCES person, -- whose it is; nobody's once they are erased
    erasure   INTEGER REFERENCES erasure, -- the erasure it tells of
    at        INTEGER NOT NULL,
    by        INTEGER NOT NULL REFERENCES user
) STRICT;
CREATE INDEX outbox_person ON outbox (person) WHERE person IS NOT NULL;
CREATE INDEX outbox_erasure ON outbox (erasure) WHERE erasure IS NOT NULL;
-- How those who were erased were told: 'letter' or 'mail', and when it was handed over or sent.
ALTER TABLE erasure ADD COLUMN told TEXT;
ALTER TABLE erasure ADD COLUMN told_at INTEGER;
-- Keyed hashes of the places of texts that name an erased person and were kept: an older backup, restored, keeps them too.
CREATE TABLE erasure_text (
    mark      BLOB NOT NULL,
    erasure   INTEGER NOT NULL REFERENCES erasure,
    exception TEXT, -- the letter of art. 17(3), where it was stated
    PRIMARY KEY (mark, erasure)
) STRICT, WITHOUT ROWID;

-- Reports and copies that were handed out.
