-- Mail: what is sent, what people are told, what comes back. Every column here stands in src/model/data_map.rs.

-- What was planned, to know what has happened since. It is planned if it was entered before it happens.
CREATE INDEX activity_planned ON activity (at) WHERE at > created_at AND person IS NOT NULL;

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
-- The office's own texts. Never changed: the newest of a template in a language holds, and one that is withdrawn stands
-- for the shipped text again.
CREATE TABLE template (
    id        INTEGER PRIMARY KEY,
    key       TEXT NOT NULL,
    name      TEXT NOT NULL, -- of those that are not shipped
    language  TEXT NOT NULL,
    subject   TEXT NOT NULL,
    body      TEXT NOT NULL,
    withdrawn INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    by        INTEGER NOT NULL REFERENCES user
) STRICT;
CREATE INDEX template_key ON template (key, language, at);
-- Who was told what is kept of them (art. 13, 14), or why that is not needed (art. 13(4), 14(5)).
CREATE TABLE notice (
    id        INTEGER PRIMARY KEY,
    person    INTEGER NOT NULL REFERENCES person,
    way       TEXT NOT NULL, -- mail, letter, oral or exempt
    exemption TEXT,
    template  TEXT NOT NULL,
    language  TEXT,
    outbox    INTEGER, -- the message, of mail
    told_at   INTEGER, -- none as long as the mail has not left
    comment   TEXT NOT NULL,
    at        INTEGER NOT NULL,
    by        INTEGER NOT NULL REFERENCES user
) STRICT;
CREATE INDEX notice_person ON notice (person);
CREATE INDEX notice_outbox ON notice (outbox) WHERE outbox IS NOT NULL;
-- Whoever sends it need not know what it is.
CREATE TRIGGER notice_has_left AFTER UPDATE OF state ON outbox WHEN new.state = 'sent'
BEGIN
    UPDATE notice SET told_at = coalesce(new.state_at, new.at) WHERE outbox = new.id AND told_at IS NULL;
END;
-- What somebody with the right to it let a message past, and why.
CREATE TABLE overridden (
    id     INTEGER PRIMARY KEY,
    outbox INTEGER NOT NULL REFERENCES outbox ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES person,
    rule   TEXT NOT NULL,
    why    TEXT NOT NULL,
    at     INTEGER NOT NULL,
    by     INTEGER NOT NULL REFERENCES user
) STRICT;
CREATE INDEX overridden_outbox ON overridden (outbox);
CREATE INDEX overridden_person ON overridden (person);

-- Mailings, and who got them.
CREATE TABLE mailing (
    id             INTEGER PRIMARY KEY,
    name           TEXT NOT NULL,
    selection      INTEGER, -- those that come with the program have no row; none where they were picked
    selection_name TEXT NOT NULL, -- as it was called then
    kind           TEXT NOT NULL, -- marketing or breach
    type           INTEGER REFERENCES list_item, -- of marketing
    template       TEXT NOT NULL,
    state          TEXT NOT NULL,
    marks          INTEGER NOT NULL, -- whether each message is an activity on the card once it has left
    send_at        INTEGER,
    at             INTEGER NOT NULL,
    by             INTEGER NOT NULL REFERENCES user
) STRICT;
-- What goes with each of its messages: kept once, not with each.
CREATE TABLE mailing_file (
    mailing INTEGER NOT NULL REFERENCES mailing,
    rank    INTEGER NOT NULL,
    name    TEXT NOT NULL,
    media   TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (mailing, rank)
) STRICT, WITHOUT ROWID;
CREATE TABLE mailing_recipient (
    id      INTEGER PRIMARY KEY,
    person  INTEGER NOT NULL REFERENCES person,
    mailing INTEGER NOT NULL REFERENCES mailing,
    outbox  INTEGER REFERENCES outbox ON DELETE SET NULL, -- the message; none once it was removed
    address TEXT NOT NULL,
    held    TEXT, -- what kept it from them; none where it was queued
    at      INTEGER NOT NULL,
    sent_at INTEGER
) STRICT;
CREATE INDEX mailing_recipient_person ON mailing_recipient (person);
CREATE INDEX mailing_recipient_mailing ON mailing_recipient (mailing);
CREATE INDEX mailing_recipient_outbox ON mailing_recipient (outbox) WHERE outbox IS NOT NULL;
-- Whoever sends it need not know of whom it was.
CREATE TRIGGER mailing_has_left AFTER UPDATE OF state ON outbox WHEN new.state = 'sent' AND new.mailing IS NOT NULL
BEGIN
    UPDATE mailing_recipient SET sent_at = coalesce(new.state_at, new.at) WHERE outbox = new.id AND sent_at IS NULL;
END;

-- What comes back: answers, and what they propose.
-- Codes by which an answer is known.
CREATE TABLE token (
    id      INTEGER PRIMARY KEY, -- random: it stands in the code
    person  INTEGER NOT NULL REFERENCES person,
    purpose TEXT NOT NULL,
    mailing INTEGER, -- the one that it stood in
    type    INTEGER REFERENCES list_item, -- of an unsubscription, the type of mailings
    asked   INTEGER REFERENCES list_item, -- of a confirmation, the purpose
    wording INTEGER REFERENCES wording,
    report  INTEGER, -- the number of the one that it stood in
    at      INTEGER NOT NULL,
    ends_at INTEGER
) STRICT;
CREATE INDEX token_person ON token (person);
-- What came back.
CREATE TABLE reply (
    id       INTEGER PRIMARY KEY,
    person   INTEGER NOT NULL REFERENCES person,
    kind     TEXT NOT NULL,
    proof    TEXT NOT NULL,
    sender   TEXT NOT NULL,
    subject  TEXT NOT NULL,
    sha256   TEXT NOT NULL,
    evidence INTEGER REFERENCES attachment,
    at       INTEGER NOT NULL,
    by       INTEGER NOT NULL REFERENCES user
) STRICT;
CREATE INDEX reply_person ON reply (person);
CREATE INDEX reply_sha256 ON reply (sha256);
-- What it proposes, one change a row.
CREATE TABLE proposal (
    id         INTEGER PRIMARY KEY,
    person     INTEGER NOT NULL REFERENCES person,
    reply      INTEGER NOT NULL REFERENCES reply,
    kind       TEXT NOT NULL,
    field      TEXT NOT NULL DEFAULT '',
    item       INTEGER REFERENCES list_item, -- the purpose, or the type of mailings
    wording    INTEGER REFERENCES wording,
    wanted     INTEGER, -- of a type of mailings
    value      TEXT NOT NULL DEFAULT '',
    state      TEXT NOT NULL,
    decided_at INTEGER,
    decided_by INTEGER REFERENCES user
) STRICT;
CREATE INDEX proposal_person ON proposal (person);
CREATE INDEX proposal_reply ON proposal (reply);
CREATE INDEX proposal_open ON proposal (state) WHERE state = 'open';
-- Addresses that messages came back from, or where somebody called one spam.
CREATE TABLE stopped_address (
    id         INTEGER PRIMARY KEY,
    person     INTEGER NOT NULL REFERENCES person,
    address    TEXT NOT NULL, -- folded
    bounces    INTEGER NOT NULL, -- for good
    why        TEXT, -- of one that is stopped
    at         INTEGER NOT NULL, -- when one came back last
    stopped_at INTEGER
) STRICT;
CREATE INDEX stopped_address_address ON stopped_address (address);
CREATE INDEX stopped_address_person ON stopped_address (person);

-- Reports for several people, and handing them over to others.
ALTER TABLE report ADD COLUMN recipient TEXT NOT NULL DEFAULT ''; -- whom the person had it handed to (art. 20(2))
