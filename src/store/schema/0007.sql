-- Subscriptions, letters that wait, reports that were handed out. Every column here stands in src/model/data_map.rs.

-- Subscriptions.
-- What somebody answered to a type of mailing. Rows are only ever added: one that takes another back names it, and says
-- nothing of its own. Made one with another, a card brings its rows along.
CREATE TABLE subscription (
    person   INTEGER NOT NULL REFERENCES person,
    id       INTEGER NOT NULL,
    type     INTEGER NOT NULL REFERENCES list_item,
    wanted   INTEGER, -- none in a row that takes another back
    corrects INTEGER, -- the id of the row that is taken back
    source   INTEGER NOT NULL REFERENCES list_item,
    comment  TEXT NOT NULL DEFAULT '',
    at       INTEGER NOT NULL,
    by       INTEGER NOT NULL REFERENCES user,
    PRIMARY KEY (person, id),
    CHECK ((wanted IS NULL) = (corrects IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER subscription_is_not_changed BEFORE UPDATE ON subscription
WHEN (OLD.id, OLD.type, OLD.wanted, OLD.corrects, OLD.source, OLD.at, OLD.by)
        IS NOT (NEW.id, NEW.type, NEW.wanted, NEW.corrects, NEW.source, NEW.at, NEW.by)
    OR (OLD.comment IS NOT NEW.comment AND NOT EXISTS (SELECT 1 FROM erasing))
BEGIN
    SELECT RAISE(ABORT, 'answers to types of mailings are only added to');
END;
CREATE TRIGGER subscription_is_not_removed BEFORE DELETE ON subscription
WHEN OLD.person NOT IN (SELECT person FROM erasing)
BEGIN
    SELECT RAISE(ABORT, 'answers to types of mailings are only added to');
END;

-- What is older than the office keeps is removed from the beginning of the journal, and from nowhere else: how far, and
-- what ties the next entry to it, is noted first.
DROP TRIGGER journal_is_not_removed;
CREATE TRIGGER journal_is_not_removed BEFORE DELETE ON journal
WHEN OLD.seq > coalesce((SELECT CAST(value AS INTEGER) FROM vault_info WHERE key = 'journal.removed'), 0)
BEGIN
    SELECT RAISE(ABORT, 'the journal is only added to');
END;

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

-- Each row is a report or a portable copy of one person; what was in it is told by nothing but the files themselves.
CREATE TABLE report (
    id          INTEGER PRIMARY KEY, -- also its number, on paper and in the names of its files
    person      INTEGER NOT NULL REFERENCES person,
    kind        TEXT NOT NULL, -- 'access' or 'portable'
    language    TEXT NOT NULL,
    identity    TEXT NOT NULL DEFAULT '', -- how the asker was known to be the person, as said
    files       TEXT NOT NULL, -- name, format and SHA-256 of each, a line each
    blacked_out INTEGER NOT NULL, -- how many passages about others
    at          INTEGER NOT NULL,
    by          INTEGER NOT NULL REFERENCES user
) STRICT;
CREATE INDEX report_person ON report (person);
