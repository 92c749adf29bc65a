-- Mail: what is sent, what people are told, what comes back. Every column here stands in src/model/data_map.rs.

-- The outbox of mail.
ALTER TABLE outbox ADD COLUMN html TEXT NOT NULL DEFAULT ''; -- the same as the body, for those who see HTML
ALTER TABLE outbox ADD COLUMN message_id TEXT; -- of mail, the same for ever (RFC 5322, 3.6.4)
ALTER TABLE outbox ADD COLUMN token TEXT; -- by which an answer is known
ALTER TABLE outbox ADD COLUMN type INTEGER REFERENCES list_item; -- of marketing, the type of mailing
ALTER TABLE outbox ADD COLUMN mailing INTEGER REFERENCES mailing;
ALTER TABLE outbox ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN due INTEGER; -- not before
ALTER TABLE outbox ADD COLUMN state_at INTEGER; -- when the state changed last
ALTER TABLE outbox ADD COLUMN said TEXT NOT NULL DEFAULT ''; -- what the server answered last, or why it is held
UPDATE outbox SET state = 'queued';
CREATE INDEX outbox_state ON outbox (state, due);
CREATE INDEX outbox_since ON outbox (state, state_at);
CREATE INDEX outbox_mailing ON outbox (mailing) WHERE mailing IS NOT NULL;
-- What goes with a message.
CREATE TABLE outbox_file (
    outbox  INTEGER NOT NULL REFERENCES outbox ON DELETE CASCADE,
    rank    INTEGER NOT NULL,
    person  INTEGER REFERENCES person, -- whose it is, as of the message
    name    TEXT NOT NULL,
    media   TEXT NOT NULL, -- the media type (RFC 6838)
    content BLOB NOT NULL,
    PRIMARY KEY (outbox, rank)
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_file_person ON outbox_file (person) WHERE person IS NOT NULL;

-- Templates, and who was informed.

-- Mailings, and who got them.
CREATE TABLE mailing (
    id        INTEGER PRIMARY KEY,
    name      TEXT NOT NULL,
    selection INTEGER NOT NULL, -- those that come with the program have no row
    type      INTEGER NOT NULL REFERENCES list_item,
    template  TEXT NOT NULL,
    state     TEXT NOT NULL,
    send_at   INTEGER,
    at        INTEGER NOT NULL,
    by        INTEGER NOT NULL REFERENCES user
) STRICT;

-- What comes back: answers, and what they propose.

-- Reports for several people, and handing them over to others.
