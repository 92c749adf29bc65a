-- A card file as schema 8 left it. Frozen: it stays as it is when the schema goes on, so that old files can be tried.

-- The first schema. Every column here stands in src/model/data_map.rs.
-- Times are milliseconds since 1970-01-01 UTC; dates are ISO 8601 texts; ids are 64-bit numbers made by the program.

-- Facts about this file: vault_id, device, language of the sort keys, next_number.
CREATE TABLE vault_info (
    key   TEXT PRIMARY KEY,
    value TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE user (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL UNIQUE,
    role       TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE list_item (
    id         INTEGER PRIMARY KEY,
    list       TEXT NOT NULL,
    key        TEXT NOT NULL,
    name_en    TEXT NOT NULL,
    name_nb    TEXT NOT NULL,
    name_sv    TEXT NOT NULL,
    rank       INTEGER NOT NULL,
    active     INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    created_by INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by INTEGER NOT NULL,
    UNIQUE (list, key)
) STRICT;

CREATE TABLE company (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    key        TEXT NOT NULL, -- the folded name, by which a typed name finds its company
    sort_key   BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    created_by INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by INTEGER NOT NULL
) STRICT;
CREATE INDEX company_key ON company (key);

CREATE TABLE import (
    id            INTEGER PRIMARY KEY,
    at            INTEGER NOT NULL,
    by            INTEGER NOT NULL REFERENCES user,
    purpose       INTEGER NOT NULL REFERENCES list_item,
    basis         INTEGER NOT NULL REFERENCES list_item,
    source        INTEGER NOT NULL REFERENCES list_item,
    comment       TEXT NOT NULL,
    rows          INTEGER NOT NULL,
    added         INTEGER NOT NULL,
    updated       INTEGER NOT NULL,
    skipped       INTEGER NOT NULL,
    rejected      INTEGER NOT NULL,
    refusals_kept INTEGER NOT NULL,
    undone_at     INTEGER,
    undone_by     INTEGER REFERENCES user
) STRICT;

CREATE TABLE person (
    id              INTEGER PRIMARY KEY,
    number          TEXT,
    first_name      TEXT NOT NULL,
    last_name       TEXT NOT NULL,
    sort_key        BLOB NOT NULL, -- of the name, in the office's language
    company         INTEGER REFERENCES company,
    title           TEXT NOT NULL DEFAULT '',
    position        INTEGER REFERENCES list_item,
    category        INTEGER REFERENCES list_item,
    business        INTEGER REFERENCES list_item,
    our_contact     INTEGER REFERENCES user,
    country         TEXT NOT NULL DEFAULT '',
    language        INTEGER REFERENCES list_item,
    birth_date      TEXT,
    website         TEXT NOT NULL DEFAULT '',
    note            TEXT NOT NULL DEFAULT '',
    former_employee INTEGER NOT NULL DEFAULT 0,
    no_mailings     INTEGER NOT NULL DEFAULT 0,
    picture         INTEGER,
    source          INTEGER NOT NULL REFERENCES list_item,
    import          INTEGER REFERENCES import,
    journal_ref     INTEGER NOT NULL, -- random; what the journal calls this person
    created_at      INTEGER NOT NULL,
    created_by      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    updated_by      INTEGER NOT NULL
) STRICT;
CREATE INDEX person_sort ON person (sort_key);
CREATE UNIQUE INDEX person_number ON person (number) WHERE number IS NOT NULL;
CREATE INDEX person_company ON person (company) WHERE company IS NOT NULL;

-- What belongs to one person lies together: the key begins with the person.
CREATE TABLE email (
    person  INTEGER NOT NULL REFERENCES person,
    id      INTEGER NOT NULL,
    rank    INTEGER NOT NULL,
    label   INTEGER REFERENCES list_item,
    address TEXT NOT NULL,
    key     TEXT NOT NULL, -- in small letters, for comparing
    source  INTEGER NOT NULL REFERENCES list_item,
    at      INTEGER NOT NULL,
    by      INTEGER NOT NULL,
    PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX email_key ON email (key);

CREATE TABLE phone (
    person INTEGER NOT NULL REFERENCES person,
    id     INTEGER NOT NULL,
    rank   INTEGER NOT NULL,
    label  INTEGER REFERENCES list_item,
    number TEXT NOT NULL,
    key    TEXT, -- the last digits, for comparing
    source INTEGER NOT NULL REFERENCES list_item,
    at     INTEGER NOT NULL,
    by     INTEGER NOT NULL,
    PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX phone_key ON phone (key) WHERE key IS NOT NULL;

CREATE TABLE address (
    person   INTEGER NOT NULL REFERENCES person,
    id       INTEGER NOT NULL,
    rank     INTEGER NOT NULL,
    label    INTEGER REFERENCES list_item,
    street   TEXT NOT NULL,
    postcode TEXT NOT NULL,
    city     TEXT NOT NULL,
    country  TEXT NOT NULL,
    source   INTEGER NOT NULL REFERENCES list_item,
    at       INTEGER NOT NULL,
    by       INTEGER NOT NULL,
    PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_interest (
    person   INTEGER NOT NULL REFERENCES person,
    interest INTEGER NOT NULL REFERENCES list_item,
    at       INTEGER NOT NULL,
    by       INTEGER NOT NULL,
    PRIMARY KEY (person, interest)
) STRICT, WITHOUT ROWID;

CREATE TABLE custom_field (
    id         INTEGER PRIMARY KEY,
    key        TEXT NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    kind       TEXT NOT NULL,
    choices    TEXT NOT NULL, -- one a line
    category   TEXT NOT NULL,
    origin     TEXT NOT NULL,
    in_report  INTEGER NOT NULL,
    rank       INTEGER NOT NULL,
    active     INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    created_by INTEGER NOT NULL
) STRICT;

CREATE TABLE custom_value (
    person INTEGER NOT NULL REFERENCES person,
    field  INTEGER NOT NULL REFERENCES custom_field,
    value  TEXT NOT NULL,
    at     INTEGER NOT NULL,
    by     INTEGER NOT NULL,
    PRIMARY KEY (person, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE wording (
    id       INTEGER PRIMARY KEY,
    purpose  INTEGER NOT NULL REFERENCES list_item,
    version  INTEGER NOT NULL,
    language TEXT NOT NULL,
    text     TEXT NOT NULL,
    at       INTEGER NOT NULL,
    by       INTEGER NOT NULL,
    UNIQUE (purpose, language, version)
) STRICT;

CREATE TABLE attachment (
    id          INTEGER PRIMARY KEY,
    person      INTEGER NOT NULL REFERENCES person,
    kind        TEXT NOT NULL,
    name        TEXT NOT NULL,
    media_type  TEXT NOT NULL,
    size        INTEGER NOT NULL,
    sha256      TEXT NOT NULL,
    file        TEXT NOT NULL, -- its name in the folder of attachments: random
    wrapped_key BLOB NOT NULL,
    at          INTEGER NOT NULL,
    by          INTEGER NOT NULL
) STRICT;
CREATE INDEX attachment_person ON attachment (person);

-- The ledger of legal bases: rows are only ever added, but for erasure.
CREATE TABLE ledger (
    person   INTEGER NOT NULL REFERENCES person,
    id       INTEGER NOT NULL,
    purpose  INTEGER NOT NULL REFERENCES list_item,
    basis    INTEGER NOT NULL REFERENCES list_item,
    source   INTEGER NOT NULL REFERENCES list_item,
    at       INTEGER NOT NULL,
    by       INTEGER NOT NULL REFERENCES user,
    comment  TEXT NOT NULL DEFAULT '',
    wording  INTEGER REFERENCES wording,
    evidence INTEGER,
    corrects INTEGER, -- the id of the row that was wrong
    import   INTEGER REFERENCES import,
    PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

-- Persons that are being erased in the running transaction; empty at all other times.
CREATE TABLE erasing (
    person INTEGER PRIMARY KEY
) STRICT;

CREATE TRIGGER ledger_is_not_changed BEFORE UPDATE ON ledger
BEGIN
    SELECT RAISE(ABORT, 'the ledger is only added to');
END;
CREATE TRIGGER ledger_is_not_removed BEFORE DELETE ON ledger
WHEN OLD.person NOT IN (SELECT person FROM erasing)
BEGIN
    SELECT RAISE(ABORT, 'the ledger is only added to');
END;

-- What an import did to a card: 'added', or 'changed' with what the card held before.
CREATE TABLE import_row (
    import   INTEGER NOT NULL REFERENCES import,
    person   INTEGER NOT NULL REFERENCES person,
    kind     TEXT NOT NULL,
    before   TEXT,
    after_at INTEGER NOT NULL, -- the card's time of change when the import left it
    PRIMARY KEY (import, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_row_person ON import_row (person);

-- Who did what and when, each entry chained to the one before by its mac.
CREATE TABLE journal (
    seq        INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    by         INTEGER NOT NULL,
    kind       INTEGER NOT NULL,
    person_ref INTEGER,
    record     INTEGER,
    fields     TEXT NOT NULL,
    mac        BLOB NOT NULL
) STRICT;
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is only added to');
END;
CREATE TRIGGER journal_is_not_removed BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is only added to');
END;

INSERT INTO vault_info VALUES ('language', 'nb'), ('next_number', '3');
INSERT INTO user VALUES (1, 'me', 'owner', 1700000000000);
INSERT INTO list_item VALUES
    (5001, 'label', 'work', 'Work', 'Arbeid', 'Arbete', 1, 1, 1700000000000, 1, 1700000000000, 1),
    (5003, 'label', 'mobile', 'Mobile', 'Mobil', 'Mobil', 3, 1, 1700000000000, 1, 1700000000000, 1),
    (6001, 'interest', 'products', 'Products', 'Produkter', 'Produkter', 1, 1, 1700000000000, 1, 1700000000000, 1),
    (7001, 'source', 'user', 'User', 'Bruker', 'Användare', 1, 1, 1700000000000, 1, 1700000000000, 1),
    (7007, 'source', 'import', 'Import', 'Import', 'Import', 7, 1, 1700000000000, 1, 1700000000000, 1),
    (8001, 'purpose', 'sales', 'Sales', 'Salg', 'Försäljning', 1, 1, 1700000000000, 1, 1700000000000, 1),
    (9001, 'basis', 'consent', 'Consent', 'Samtykke', 'Samtycke', 1, 1, 1700000000000, 1, 1700000000000, 1),
    (9007, 'basis', 'withdrawn', 'Withdrawn', 'Trukket', 'Återkallat', 7, 1, 1700000000000, 1, 1700000000000, 1);
INSERT INTO company VALUES (20, 'Skarvfjord Fisk AS', 'skarvfjord fisk as', x'0102', 1700000000000, 1, 1700000000000, 1);
INSERT INTO import VALUES (30, 1700000000000, 1, 8001, 9001, 7007, 'Messe', 1, 1, 0, 0, 0, 0, NULL, NULL);
INSERT INTO person VALUES
    (40, '1', 'Åse', 'Ødegård', x'0304', 20, 'Innkjøper', NULL, NULL, NULL, 1, 'NO', NULL, '1980-05-17',
     'https://www.skarvfjordfisk.example', 'Ring før ti.', 0, 0, NULL, 7007, 30, 123456789, 1700000000000, 1, 1700000001000, 1),
    (41, NULL, '', 'Björk', x'0506', NULL, '', NULL, NULL, NULL, NULL, '', NULL, NULL, '', '', 1, 1, NULL, 7001, NULL,
     987654321, 1700000000000, 1, 1700000000000, 1);
INSERT INTO email VALUES (40, 50, 0, 5001, 'Ase@skarvfjordfisk.example', 'ase@skarvfjordfisk.example', 7007, 1700000000000, 1);
INSERT INTO phone VALUES (40, 51, 0, 5003, '+47 00 12 34 56', '00123456', 7007, 1700000000000, 1);
INSERT INTO address VALUES (40, 52, 0, 5001, 'Skarvveien 12', '6800', 'Førde', 'NO', 7007, 1700000000000, 1);
INSERT INTO person_interest VALUES (40, 6001, 1700000000000, 1);
INSERT INTO custom_field VALUES (60, 'customer', 'Kundenummer', 'text', '', 'relation', 'derived', 1, 1, 1, 1700000000000, 1);
INSERT INTO custom_value VALUES (40, 60, 'K-00017', 1700000000000, 1);
INSERT INTO wording VALUES (70, 8001, 1, 'nb', 'Ja takk.', 1700000000000, 1);
INSERT INTO attachment VALUES
    (80, 40, 'evidence', 'e-post.txt', 'text/plain', 9, 'ab', '00112233445566778899aabbccddeeff', x'0708', 1700000000000, 1);
INSERT INTO ledger VALUES
    (40, 90, 8001, 9001, 7007, 1700000000000, 1, 'Krysset av', 70, 80, NULL, 30),
    (40, 91, 8001, 9007, 7001, 1700000002000, 1, '', NULL, NULL, NULL, NULL);
INSERT INTO import_row VALUES (30, 40, 'added', NULL, 1700000000000);
INSERT INTO journal VALUES (1, 1700000000000, 1, 6, NULL, 30, '', x'0910');

-- Companies with a card of their own, activities, relations, merging, and what the user set. Every column here stands in
-- src/model/data_map.rs.

ALTER TABLE company ADD COLUMN org_number TEXT NOT NULL DEFAULT '';
ALTER TABLE company ADD COLUMN category INTEGER REFERENCES list_item;
ALTER TABLE company ADD COLUMN business INTEGER REFERENCES list_item;
ALTER TABLE company ADD COLUMN our_contact INTEGER REFERENCES user;
ALTER TABLE company ADD COLUMN country TEXT NOT NULL DEFAULT '';
ALTER TABLE company ADD COLUMN website TEXT NOT NULL DEFAULT '';
ALTER TABLE company ADD COLUMN note TEXT NOT NULL DEFAULT '';
CREATE INDEX company_org_number ON company (org_number) WHERE org_number <> '';
CREATE INDEX company_sort ON company (sort_key);

-- What belongs to one company lies together, as with persons.
CREATE TABLE company_email (
    company INTEGER NOT NULL REFERENCES company,
    id      INTEGER NOT NULL,
    rank    INTEGER NOT NULL,
    label   INTEGER REFERENCES list_item,
    address TEXT NOT NULL,
    at      INTEGER NOT NULL,
    by      INTEGER NOT NULL,
    PRIMARY KEY (company, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE company_phone (
    company INTEGER NOT NULL REFERENCES company,
    id      INTEGER NOT NULL,
    rank    INTEGER NOT NULL,
    label   INTEGER REFERENCES list_item,
    number  TEXT NOT NULL,
    at      INTEGER NOT NULL,
    by      INTEGER NOT NULL,
    PRIMARY KEY (company, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE company_address (
    company  INTEGER NOT NULL REFERENCES company,
    id       INTEGER NOT NULL,
    rank     INTEGER NOT NULL,
    label    INTEGER REFERENCES list_item,
    street   TEXT NOT NULL,
    postcode TEXT NOT NULL,
    city     TEXT NOT NULL,
    country  TEXT NOT NULL,
    at       INTEGER NOT NULL,
    by       INTEGER NOT NULL,
    PRIMARY KEY (company, id)
) STRICT, WITHOUT ROWID;

-- Where somebody worked before; where they work now stands on their card.
CREATE TABLE employment (
    person  INTEGER NOT NULL REFERENCES person,
    id      INTEGER NOT NULL,
    company INTEGER NOT NULL REFERENCES company,
    title   TEXT NOT NULL,
    since   INTEGER, -- when the card began to name the company, where that is known
    until   INTEGER NOT NULL, -- when it ceased to
    by      INTEGER NOT NULL,
    PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX employment_company ON employment (company);

-- What was said, written, agreed and is to be done, with a person, a company, or both.
CREATE TABLE activity (
    id             INTEGER PRIMARY KEY,
    person         INTEGER REFERENCES person,
    company        INTEGER REFERENCES company,
    kind           INTEGER NOT NULL REFERENCES list_item,
    subject        TEXT NOT NULL DEFAULT '',
    text           TEXT NOT NULL DEFAULT '',
    at             INTEGER NOT NULL, -- when it took place or begins; of a task: when it was thought of
    seconds        INTEGER, -- how long it took
    direction      TEXT, -- 'in' or 'out', of calls and e-mails
    recorded       INTEGER NOT NULL DEFAULT 0, -- whether a call was recorded
    record_consent INTEGER, -- whether the other side was asked and agreed; none where nobody asked
    due            TEXT, -- the day a task is due
    done_at        INTEGER,
    done_by        INTEGER REFERENCES user,
    source         INTEGER NOT NULL REFERENCES list_item,
    created_at     INTEGER NOT NULL,
    created_by     INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL,
    updated_by     INTEGER NOT NULL
) STRICT;
CREATE INDEX activity_person ON activity (person, at) WHERE person IS NOT NULL;
CREATE INDEX activity_company ON activity (company, at) WHERE company IS NOT NULL;
CREATE INDEX activity_open ON activity (due) WHERE due IS NOT NULL AND done_at IS NULL;
CREATE INDEX activity_undated ON activity (at) WHERE kind = 11004 AND due IS NULL AND done_at IS NULL;
CREATE INDEX activity_meeting ON activity (at) WHERE kind = 11003 AND due IS NULL AND done_at IS NULL;
CREATE INDEX activity_done ON activity (done_at) WHERE done_at IS NOT NULL;

-- What people are to each other: `other` is the `kind` of `person`.
CREATE TABLE relation (
    person  INTEGER NOT NULL REFERENCES person,
    id      INTEGER NOT NULL,
    other   INTEGER NOT NULL REFERENCES person,
    kind    INTEGER NOT NULL REFERENCES list_item,
    comment TEXT NOT NULL DEFAULT '',
    at      INTEGER NOT NULL,
    by      INTEGER NOT NULL,
    PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_other ON relation (other);

-- Two cards that were made one, with what both held, so that it can be taken back.
CREATE TABLE merge (
    id        INTEGER PRIMARY KEY,
    kept      INTEGER NOT NULL REFERENCES person,
    gone      INTEGER NOT NULL, -- the identity of the card that is no more
    before    TEXT NOT NULL,
    after_at  INTEGER NOT NULL, -- the kept card's time of change when the merge left it
    at        INTEGER NOT NULL,
    by        INTEGER NOT NULL,
    undone_at INTEGER,
    undone_by INTEGER
) STRICT;
CREATE INDEX merge_kept ON merge (kept);

-- Pairs of cards that look alike and were found to be about two people; the smaller identity stands first.
CREATE TABLE distinct_pair (
    person INTEGER NOT NULL REFERENCES person,
    other  INTEGER NOT NULL REFERENCES person,
    at     INTEGER NOT NULL,
    by     INTEGER NOT NULL,
    PRIMARY KEY (person, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX distinct_pair_other ON distinct_pair (other);

-- Persons and companies that a user marked, and those a user looked at last. Identities are unique across tables.
CREATE TABLE favourite (
    user   INTEGER NOT NULL REFERENCES user,
    record INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (user, record)
) STRICT, WITHOUT ROWID;
CREATE TABLE seen (
    user   INTEGER NOT NULL REFERENCES user,
    record INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (user, record)
) STRICT, WITHOUT ROWID;

-- What a user had typed and not saved when the card file was locked.
CREATE TABLE draft (
    user    INTEGER NOT NULL REFERENCES user,
    record  INTEGER NOT NULL, -- the card it belongs to
    content TEXT NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (user, record)
) STRICT, WITHOUT ROWID;

-- What the office decided, by key.
CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    at    INTEGER NOT NULL,
    by    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The long texts, as they are searched: notes of persons and companies, and activities, each under the identity of its
-- record, which is unique across tables. `folded` is the program's own function: no marks, no case. The index holds no
-- text of its own and forgets a removed one at once (secure-delete), not when segments are merged.
CREATE VIEW long_text_source (id, text) AS
    SELECT id, folded(note) FROM person WHERE note <> ''
    UNION ALL SELECT id, folded(note) FROM company WHERE note <> ''
    UNION ALL SELECT id, folded(subject || char(10) || text) FROM activity WHERE subject <> '' OR text <> '';
CREATE VIRTUAL TABLE long_text USING fts5 (
    text, content = 'long_text_source', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0'
);
INSERT INTO long_text (long_text, rank) VALUES ('secure-delete', 1);
INSERT INTO long_text (long_text) VALUES ('rebuild');

CREATE TRIGGER person_text_added AFTER INSERT ON person WHEN NEW.note <> ''
BEGIN
    INSERT INTO long_text (rowid, text) VALUES (NEW.id, folded(NEW.note));
END;
CREATE TRIGGER person_text_removed AFTER DELETE ON person WHEN OLD.note <> ''
BEGIN
    INSERT INTO long_text (long_text, rowid, text) VALUES ('delete', OLD.id, folded(OLD.note));
END;
CREATE TRIGGER person_text_changed AFTER UPDATE OF note ON person WHEN OLD.note <> NEW.note
BEGIN
    INSERT INTO long_text (long_text, rowid, text) SELECT 'delete', OLD.id, folded(OLD.note) WHERE OLD.note <> '';
    INSERT INTO long_text (rowid, text) SELECT NEW.id, folded(NEW.note) WHERE NEW.note <> '';
END;
CREATE TRIGGER company_text_added AFTER INSERT ON company WHEN NEW.note <> ''
BEGIN
    INSERT INTO long_text (rowid, text) VALUES (NEW.id, folded(NEW.note));
END;
CREATE TRIGGER company_text_removed AFTER DELETE ON company WHEN OLD.note <> ''
BEGIN
    INSERT INTO long_text (long_text, rowid, text) VALUES ('delete', OLD.id, folded(OLD.note));
END;
CREATE TRIGGER company_text_changed AFTER UPDATE OF note ON company WHEN OLD.note <> NEW.note
BEGIN
    INSERT INTO long_text (long_text, rowid, text) SELECT 'delete', OLD.id, folded(OLD.note) WHERE OLD.note <> '';
    INSERT INTO long_text (rowid, text) SELECT NEW.id, folded(NEW.note) WHERE NEW.note <> '';
END;
CREATE TRIGGER activity_text_added AFTER INSERT ON activity WHEN NEW.subject <> '' OR NEW.text <> ''
BEGIN
    INSERT INTO long_text (rowid, text) VALUES (NEW.id, folded(NEW.subject || char(10) || NEW.text));
END;
CREATE TRIGGER activity_text_removed AFTER DELETE ON activity WHEN OLD.subject <> '' OR OLD.text <> ''
BEGIN
    INSERT INTO long_text (long_text, rowid, text) VALUES ('delete', OLD.id, folded(OLD.subject || char(10) || OLD.text));
END;
CREATE TRIGGER activity_text_changed AFTER UPDATE OF subject, text ON activity
WHEN OLD.subject <> NEW.subject OR OLD.text <> NEW.text
BEGIN
    INSERT INTO long_text (long_text, rowid, text)
        SELECT 'delete', OLD.id, folded(OLD.subject || char(10) || OLD.text) WHERE OLD.subject <> '' OR OLD.text <> '';
    INSERT INTO long_text (rowid, text)
        SELECT NEW.id, folded(NEW.subject || char(10) || NEW.text) WHERE NEW.subject <> '' OR NEW.text <> '';
END;

INSERT INTO list_item VALUES
    (11001, 'activity', 'note', 'Note', 'Notat', 'Anteckning', 1, 1, 1700000000000, 1, 1700000000000, 1),
    (12004, 'relation', 'colleague', 'Colleague', 'Kollega', 'Kollega', 4, 1, 1700000000000, 1, 1700000000000, 1);
UPDATE company SET org_number = '123456785', note = 'Leverer på kaia.' WHERE id = 20;
INSERT INTO company_email VALUES (20, 100, 0, 5001, 'post@skarvfjordfisk.example', 1700000000000, 1);
INSERT INTO company_phone VALUES (20, 101, 0, 5001, '+47 00 65 43 21', 1700000000000, 1);
INSERT INTO company_address VALUES (20, 102, 0, 5001, 'Skarvveien 12', '6800', 'Førde', 'NO', 1700000000000, 1);
INSERT INTO employment VALUES (41, 103, 20, 'Innkjøper', 1600000000000, 1700000000000, 1);
INSERT INTO activity VALUES
    (104, 40, 20, 11001, 'Første møte', 'Vil ha pristilbud.', 1700000000000, NULL, NULL, 0, NULL, NULL, NULL, NULL, 7001,
     1700000000000, 1, 1700000000000, 1);
INSERT INTO relation VALUES (40, 105, 41, 12004, 'Fra skolen', 1700000000000, 1);
INSERT INTO merge VALUES (106, 40, 42, '{}', 1700000001000, 1700000001000, 1, 1700000002000, 1);
INSERT INTO distinct_pair VALUES (40, 41, 1700000000000, 1);
INSERT INTO favourite VALUES (1, 40, 1700000000000);
INSERT INTO seen VALUES (1, 40, 1700000000000);
INSERT INTO draft VALUES (1, 40, 'person:{}', 1700000000000), (1, 0, 'new-person:{"a":"b:c"}', 1700000000000);
INSERT INTO setting VALUES ('lock.minutes', '10', 1700000000000, 1);
INSERT INTO setting VALUES ('basis.legitimate-interests.balance', 'They expect it.', 1700000000000, 1);

-- What the office decided, with what it decided before; people who work here; and what people asked to have stopped.
-- Every column here stands in src/model/data_map.rs.

ALTER TABLE user ADD COLUMN last_unlock INTEGER;
ALTER TABLE user ADD COLUMN removed_at INTEGER;

-- Own items can stand under a shipped one, and mean what it means: own legal bases, own kinds of activity.
ALTER TABLE list_item ADD COLUMN under INTEGER REFERENCES list_item;

-- On which condition of art. 9(2) data of special categories is kept; none where the purpose needs none.
ALTER TABLE ledger ADD COLUMN condition TEXT;

-- What was decided before. None for "before": as shipped, or not there; none for "after": shipped again, or removed.
CREATE TABLE setting_change (
    id     INTEGER PRIMARY KEY,
    key    TEXT NOT NULL,
    before TEXT,
    after  TEXT,
    at     INTEGER NOT NULL,
    by     INTEGER NOT NULL REFERENCES user
) STRICT;
CREATE INDEX setting_change_key ON setting_change (key, id);

-- When the processing of somebody's data was restricted, and until when (art. 18).
CREATE TABLE restriction (
    person    INTEGER NOT NULL REFERENCES person,
    id        INTEGER NOT NULL,
    ground    TEXT NOT NULL, -- the letter of art. 18(1)
    comment   TEXT NOT NULL DEFAULT '',
    at        INTEGER NOT NULL,
    by        INTEGER NOT NULL REFERENCES user,
    lifted_at INTEGER,
    lifted_by INTEGER REFERENCES user,
    lifted_why TEXT,
    told      INTEGER, -- whether the person was told before it was lifted (art. 18(3))
    PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX restriction_standing ON restriction (person) WHERE lifted_at IS NULL;

-- What somebody objected to, and what was decided about it (art. 21). The row of the ledger that stops the purpose, if
-- one does, is named.
CREATE TABLE objection (
    person     INTEGER NOT NULL REFERENCES person,
    id         INTEGER NOT NULL,
    purpose    INTEGER NOT NULL REFERENCES list_item,
    reach      TEXT NOT NULL, -- 'absolute' (marketing), 'weighed' (legitimate interests), 'none' (other legal bases)
    comment    TEXT NOT NULL DEFAULT '',
    entry      INTEGER,
    at         INTEGER NOT NULL,
    by         INTEGER NOT NULL REFERENCES user,
    decision   TEXT, -- 'upheld', 'overruled' or 'answered'
    reason     TEXT NOT NULL DEFAULT '',
    decided_at INTEGER,
    decided_by INTEGER REFERENCES user,
    PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX objection_open ON objection (person) WHERE decided_at IS NULL;

-- When a card was looked up that the law keeps closed, and for what.
CREATE TABLE look_up (
    person INTEGER NOT NULL REFERENCES person,
    id     INTEGER NOT NULL,
    reason TEXT NOT NULL,
    at     INTEGER NOT NULL,
    by     INTEGER NOT NULL REFERENCES user,
    PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

-- Several drafts of one card can be kept, each with the place it was typed in.
CREATE TABLE draft_by_place (
    user    INTEGER NOT NULL REFERENCES user,
    rank    INTEGER NOT NULL, -- what lay over others comes after them
    record  INTEGER NOT NULL, -- the card it belongs to
    place   TEXT NOT NULL,    -- card, form or dialog
    content TEXT NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (user, rank)
) STRICT, WITHOUT ROWID;
INSERT INTO draft_by_place
    SELECT user, row_number() OVER (PARTITION BY user ORDER BY record DESC), record,
           substr(content, 1, instr(content, ':') - 1), substr(content, instr(content, ':') + 1), at
    FROM draft WHERE instr(content, ':') > 0;
DROP TABLE draft;
ALTER TABLE draft_by_place RENAME TO draft;

-- What was done to somebody, or to a company, is read without the rest of the journal; and whom an entry is about.
CREATE INDEX journal_person ON journal (person_ref) WHERE person_ref IS NOT NULL;
CREATE INDEX journal_record ON journal (record) WHERE record IS NOT NULL;
CREATE INDEX person_journal_ref ON person (journal_ref);

INSERT INTO user VALUES (2, 'kari', 'seller', 1700000000000, 1700000500000, 1700000600000);
UPDATE user SET last_unlock = 1700000700000 WHERE id = 1;
INSERT INTO list_item VALUES
    (8002, 'purpose', 'marketing', 'Marketing', 'Markedsføring', 'Marknadsföring', 2, 1, 1700000000000, 1, 1700000000000, 1, NULL),
    (9008, 'basis', 'objected', 'Objected', 'Protestert', 'Invänt', 8, 1, 1700000000000, 1, 1700000000000, 1, NULL),
    (11002, 'activity', 'call', 'Call', 'Samtale', 'Samtal', 2, 1, 1700000000000, 1, 1700000000000, 1, NULL),
    (200, 'basis', 'own-consent', 'Member', 'Medlem', 'Medlem', 9, 1, 1700000000000, 1, 1700000000000, 1, 9001);
INSERT INTO ledger VALUES
    (41, 201, 8002, 9001, 7001, 1700000000000, 1, 'Allergier', NULL, NULL, NULL, NULL, 'a'),
    (41, 202, 8002, 9008, 7001, 1700000001000, 1, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO setting_change VALUES (203, 'lock.minutes', NULL, '10', 1700000000000, 1);
INSERT INTO setting_change VALUES (206, 'basis.legitimate-interests.balance', NULL, 'They expect it.', 1700000000000, 1);
INSERT INTO restriction VALUES
    (41, 204, 'a', 'Adressen', 1700000000000, 1, 1700000001000, 1, 'Rettet', 1),
    (41, 205, 'd', '', 1700000002000, 1, NULL, NULL, NULL, NULL);
INSERT INTO objection VALUES
    (41, 206, 8002, 'absolute', 'På telefon', 202, 1700000001000, 1, 'upheld', '', 1700000001000, 1),
    (41, 207, 8001, 'weighed', '', NULL, 1700000002000, 1, NULL, '', NULL, NULL);
INSERT INTO look_up VALUES (41, 208, 'Krav fra banken', 1700000003000, 1);
INSERT INTO draft VALUES (2, 1, 41, 'person', '{}', 1700000000000);
INSERT INTO activity VALUES
    (209, 40, NULL, 11002, 'Ring om prisene', '', 1700086400000, NULL, 'out', 0, NULL, NULL, NULL, NULL, 7001,
     1700000000000, 1, 1700000000000, 1);

-- What is looked for often is found without reading the rest; balancing tests are kept in each language.

-- Calls that are planned.
CREATE INDEX activity_call ON activity (at) WHERE kind = 11002 AND at > created_at AND due IS NULL AND done_at IS NULL;
-- Cards that somebody looks after, for those who may not see others'.
CREATE INDEX person_our_contact ON person (our_contact) WHERE our_contact IS NOT NULL;

-- The balancing test has its texts in each language: what was written stands in the language of the office.
UPDATE setting SET key = key || '.' || coalesce((SELECT value FROM vault_info WHERE key = 'language'), 'en')
    WHERE key LIKE 'basis.%.interest' OR key LIKE 'basis.%.necessity' OR key LIKE 'basis.%.balance';
UPDATE setting_change SET key = key || '.' || coalesce((SELECT value FROM vault_info WHERE key = 'language'), 'en')
    WHERE key LIKE 'basis.%.interest' OR key LIKE 'basis.%.necessity' OR key LIKE 'basis.%.balance';

-- Selections: named sets of persons or companies. Every column here stands in src/model/data_map.rs.

CREATE TABLE selection (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL,
    key         TEXT NOT NULL UNIQUE, -- the folded name, by which a typed name finds it
    description TEXT NOT NULL DEFAULT '',
    kind        TEXT NOT NULL, -- 'dynamic', 'static' or 'combined'
    subject     TEXT NOT NULL, -- 'persons' or 'companies'
    criteria    TEXT, -- of a dynamic one, as JSON; it names other selections by their identities
    operation   TEXT, -- of a combined one
    first       INTEGER, -- selections that come with the program have no row
    second      INTEGER,
    owner       INTEGER NOT NULL REFERENCES user,
    created_at  INTEGER NOT NULL,
    created_by  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    updated_by  INTEGER NOT NULL
) STRICT;

-- The items of lists that the criteria of a selection name: an item that anything names stays.
CREATE TABLE selection_item (
    selection INTEGER NOT NULL REFERENCES selection,
    item      INTEGER NOT NULL REFERENCES list_item,
    PRIMARY KEY (selection, item)
) STRICT, WITHOUT ROWID;

-- Who was put into a static selection.
CREATE TABLE selection_person (
    person    INTEGER NOT NULL REFERENCES person,
    selection INTEGER NOT NULL REFERENCES selection,
    at        INTEGER NOT NULL,
    by        INTEGER NOT NULL,
    PRIMARY KEY (person, selection)
) STRICT, WITHOUT ROWID;
CREATE INDEX selection_person_selection ON selection_person (selection);
CREATE TABLE selection_company (
    company   INTEGER NOT NULL REFERENCES company,
    selection INTEGER NOT NULL REFERENCES selection,
    at        INTEGER NOT NULL,
    by        INTEGER NOT NULL,
    PRIMARY KEY (company, selection)
) STRICT, WITHOUT ROWID;
CREATE INDEX selection_company_selection ON selection_company (selection);

-- Who objects to anything is found without reading everybody's ledger: few do. 9008 is the item that says so.
CREATE INDEX ledger_objected ON ledger (person) WHERE basis = 9008;

-- What became of a card is found by the card that is no more.
CREATE INDEX merge_gone ON merge (gone);

INSERT INTO selection VALUES
    (210, 'Åses folk', 'ases folk', 'Etter messen', 'dynamic', 'persons', '{"field":"first_name","is":"åse"}', NULL, NULL, NULL,
     1, 1700000000000, 1, 1700000000000, 1),
    (211, 'Utvalgte', 'utvalgte', '', 'static', 'persons', NULL, NULL, NULL, NULL, 1, 1700000000000, 1, 1700000000000, 1),
    (212, 'Kunder', 'kunder', '', 'static', 'companies', NULL, NULL, NULL, NULL, 1, 1700000000000, 1, 1700000000000, 1);
INSERT INTO selection_item VALUES (210, 11002);
INSERT INTO selection_person VALUES (40, 211, 1700000000000, 1);
INSERT INTO selection_company VALUES (20, 212, 1700000000000, 1);

-- The trash, mass edits, erasure and what is left of it, exports. Every column here stands in src/model/data_map.rs.

-- Who lies in the trash: the cards stay where they are, and nothing finds them there but the trash.
CREATE TABLE trashed_person (
    person   INTEGER PRIMARY KEY REFERENCES person,
    deletion INTEGER NOT NULL, -- what was put there together has one number
    reason   TEXT NOT NULL DEFAULT '',
    at       INTEGER NOT NULL,
    by       INTEGER NOT NULL REFERENCES user,
    purge_on TEXT NOT NULL -- the day it is to be erased
) STRICT;
CREATE INDEX trashed_person_purge ON trashed_person (purge_on);
CREATE TABLE trashed_company (
    company  INTEGER PRIMARY KEY REFERENCES company,
    deletion INTEGER NOT NULL,
    reason   TEXT NOT NULL DEFAULT '',
    at       INTEGER NOT NULL,
    by       INTEGER NOT NULL REFERENCES user,
    purge_on TEXT NOT NULL
) STRICT;
-- Whose card named a company when it was put there without its people: restored, it has them again.
CREATE TABLE trashed_member (
    person  INTEGER NOT NULL REFERENCES person,
    company INTEGER NOT NULL REFERENCES company,
    at      INTEGER NOT NULL, -- the card's time of change when it lost the company
    PRIMARY KEY (person, company)
) STRICT, WITHOUT ROWID;
CREATE INDEX trashed_member_company ON trashed_member (company);

-- Who lacks the right to delete asks those who have it.
CREATE TABLE deletion_request (
    id         INTEGER PRIMARY KEY,
    person     INTEGER REFERENCES person,
    company    INTEGER REFERENCES company,
    reason     TEXT NOT NULL,
    at         INTEGER NOT NULL,
    by         INTEGER NOT NULL REFERENCES user,
    decision   TEXT, -- 'deleted' or 'refused'
    answer     TEXT NOT NULL DEFAULT '',
    decided_at INTEGER,
    decided_by INTEGER REFERENCES user
) STRICT;
CREATE INDEX deletion_request_person ON deletion_request (person) WHERE person IS NOT NULL;
CREATE INDEX deletion_request_company ON deletion_request (company) WHERE company IS NOT NULL;
CREATE INDEX deletion_request_open ON deletion_request (at) WHERE decided_at IS NULL;

-- What the law wants kept although it is asked to be erased (art. 17(3)), or the office's books need.
CREATE TABLE legal_hold (
    person     INTEGER NOT NULL REFERENCES person,
    id         INTEGER NOT NULL,
    ground     TEXT NOT NULL, -- the key of model::hold::Ground
    statute    TEXT NOT NULL,
    comment    TEXT NOT NULL DEFAULT '',
    until      TEXT, -- the last day it holds, where that is known
    at         INTEGER NOT NULL,
    by         INTEGER NOT NULL REFERENCES user,
    lifted_at  INTEGER,
    lifted_by  INTEGER REFERENCES user,
    lifted_why TEXT,
    PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX legal_hold_standing ON legal_hold (person) WHERE lifted_at IS NULL;

-- Who was due and is kept all the same, until another day, for a reason.
CREATE TABLE kept_longer (
    person INTEGER NOT NULL REFERENCES person,
    id     INTEGER NOT NULL,
    until  TEXT NOT NULL,
    reason TEXT NOT NULL,
    at     INTEGER NOT NULL,
    by     INTEGER NOT NULL REFERENCES user,
    PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

-- Mass edits, and what each record held before, so that they can be taken back.
CREATE TABLE mass_edit (
    id        INTEGER PRIMARY KEY,
    subject   TEXT NOT NULL, -- 'persons', 'companies' or 'activities'
    name      TEXT NOT NULL, -- what the selection was called
    terms     TEXT NOT NULL, -- the rows of field, action and value, as JSON
    changed   INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    held      INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    by        INTEGER NOT NULL REFERENCES user,
    undone_at INTEGER,
    undone_by INTEGER REFERENCES user
) STRICT;
CREATE TABLE mass_edit_person (
    edit     INTEGER NOT NULL REFERENCES mass_edit,
    person   INTEGER NOT NULL REFERENCES person,
    before   TEXT NOT NULL,
    after_at INTEGER NOT NULL, -- the card's time of change when the edit left it
    PRIMARY KEY (edit, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX mass_edit_person_person ON mass_edit_person (person);
CREATE TABLE mass_edit_company (
    edit     INTEGER NOT NULL REFERENCES mass_edit,
    -- A record that is removed by itself takes along what it held before.
    company  INTEGER NOT NULL REFERENCES company ON DELETE CASCADE,
    before   TEXT NOT NULL,
    after_at INTEGER NOT NULL,
    PRIMARY KEY (edit, company)
) STRICT, WITHOUT ROWID;
CREATE INDEX mass_edit_company_company ON mass_edit_company (company);
CREATE TABLE mass_edit_activity (
    edit     INTEGER NOT NULL REFERENCES mass_edit,
    activity INTEGER NOT NULL REFERENCES activity ON DELETE CASCADE,
    person   INTEGER REFERENCES person, -- whose it is, so that it goes with them
    company  INTEGER REFERENCES company ON DELETE SET NULL,
    before   TEXT NOT NULL,
    after_at INTEGER NOT NULL,
    PRIMARY KEY (edit, activity)
) STRICT, WITHOUT ROWID;
CREATE INDEX mass_edit_activity_activity ON mass_edit_activity (activity);
CREATE INDEX mass_edit_activity_person ON mass_edit_activity (person) WHERE person IS NOT NULL;

-- Erasures: what was done, never to whom.
CREATE TABLE erasure (
    id           INTEGER PRIMARY KEY,
    ground       TEXT NOT NULL, -- the letter of art. 17(1), or 'retention' or 'trash'
    reason       TEXT NOT NULL DEFAULT '', -- as said
    persons      INTEGER NOT NULL,
    companies    INTEGER NOT NULL,
    tables       TEXT NOT NULL, -- how many rows of which tables were deleted, unlinked, emptied and scrubbed, as JSON
    kept         TEXT NOT NULL, -- how many texts were kept, under which letter of art. 17(3) and why, as JSON
    state        TEXT NOT NULL, -- 'rewriting' until the file holds no trace, then 'done'
    residue      INTEGER, -- how many traces the check found when it was done
    journal_head TEXT NOT NULL,
    at           INTEGER NOT NULL,
    by           INTEGER NOT NULL REFERENCES user,
    finished_at  INTEGER
) STRICT;
-- Keyed hashes of the identities of erased cards: an older backup, restored, erases them again.
CREATE TABLE erased (
    mark    BLOB PRIMARY KEY,
    erasure INTEGER NOT NULL REFERENCES erasure
) STRICT, WITHOUT ROWID;
-- Keyed hashes of the e-mails and phones of erased people: they are recognised if they come again.
CREATE TABLE suppression (
    mark    BLOB PRIMARY KEY,
    kind    TEXT NOT NULL, -- 'email' or 'phone'
    erasure INTEGER NOT NULL REFERENCES erasure,
    at      INTEGER NOT NULL,
    until   TEXT -- the last day it holds; none: as long as the card file
) STRICT, WITHOUT ROWID;
-- Marks that no longer hold, because somebody entered the e-mail or phone again and said why.
CREATE TABLE suppression_lifted (
    id      INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL,
    erasure INTEGER NOT NULL REFERENCES erasure,
    reason  TEXT NOT NULL,
    at      INTEGER NOT NULL,
    by      INTEGER NOT NULL REFERENCES user
) STRICT;
-- Of somebody else's ledger, an erasure takes an erased person's name out of a comment; all else stands as it was entered.
DROP TRIGGER ledger_is_not_changed;
CREATE TRIGGER ledger_is_not_changed BEFORE UPDATE ON ledger
WHEN NOT EXISTS (SELECT 1 FROM erasing)
    OR (OLD.person, OLD.id, OLD.purpose, OLD.basis, OLD.source, OLD.at, OLD.by)
        IS NOT (NEW.person, NEW.id, NEW.purpose, NEW.basis, NEW.source, NEW.at, NEW.by)
    OR (OLD.wording, OLD.evidence, OLD.corrects, OLD.import, OLD.condition)
        IS NOT (NEW.wording, NEW.evidence, NEW.corrects, NEW.import, NEW.condition)
BEGIN
    SELECT RAISE(ABORT, 'the ledger is only added to');
END;

-- The register of exports (art. 19, art. 30(1)(d)): what left the card file, by whom, for what and to whom.
CREATE TABLE export (
    id        INTEGER PRIMARY KEY,
    name      TEXT NOT NULL, -- what the selection was called
    subject   TEXT NOT NULL, -- 'persons' or 'companies'
    file      TEXT NOT NULL, -- the file's name, without its folder
    format    TEXT NOT NULL,
    sha256    TEXT NOT NULL,
    fields    TEXT NOT NULL,
    rows      INTEGER NOT NULL,
    purpose   TEXT NOT NULL DEFAULT '', -- what it is for, as said
    recipient TEXT NOT NULL DEFAULT '', -- to whom it goes, as said
    at        INTEGER NOT NULL,
    by        INTEGER NOT NULL REFERENCES user
) STRICT;
CREATE TABLE export_person (
    person INTEGER NOT NULL REFERENCES person,
    export INTEGER NOT NULL REFERENCES export,
    PRIMARY KEY (person, export)
) STRICT, WITHOUT ROWID;

-- What the cards of its members warn of, and who sees it in the list: 'all' or 'own'.
ALTER TABLE selection ADD COLUMN alert TEXT NOT NULL DEFAULT '';
ALTER TABLE selection ADD COLUMN visible TEXT NOT NULL DEFAULT 'all';

-- Which settings an entry of the journal is about is found by when they were changed.
CREATE INDEX setting_change_at ON setting_change (at);

INSERT INTO trashed_person VALUES (41, 301, 'Ba om det', 1700000004000, 1, '2023-12-14');
INSERT INTO company (id, name, key, sort_key, created_at, created_by, updated_at, updated_by)
    VALUES (21, 'Lukket AS', 'lukket as', x'0103', 1700000000000, 1, 1700000000000, 1);
INSERT INTO trashed_company VALUES (21, 302, '', 1700000004000, 1, '2023-12-14');
INSERT INTO trashed_member VALUES (40, 21, 1700000004000);
INSERT INTO deletion_request VALUES (303, 40, NULL, 'Sluttet', 1700000004000, 2, NULL, '', NULL, NULL);
INSERT INTO legal_hold VALUES (40, 304, 'bookkeeping', 'bokføringsloven § 13', '', '2030-12-31', 1700000004000, 1, NULL, NULL, NULL);
INSERT INTO kept_longer VALUES (40, 305, '2031-01-01', 'Reklamasjon', 1700000004000, 1);
INSERT INTO mass_edit VALUES
    (306, 'persons', 'Utvalgte', '[]', 1, 0, 0, 1700000004000, 1, NULL, NULL),
    (307, 'companies', 'Kunder', '[]', 1, 0, 0, 1700000004000, 1, NULL, NULL),
    (308, 'activities', 'Utvalgte', '[]', 1, 0, 0, 1700000004000, 1, NULL, NULL);
INSERT INTO mass_edit_person VALUES (306, 40, '{}', 1700000004000);
INSERT INTO mass_edit_company VALUES (307, 20, '{}', 1700000004000);
INSERT INTO mass_edit_activity VALUES (308, 209, 40, NULL, '{}', 1700000004000);
INSERT INTO erasure VALUES (309, 'b', '', 1, 0, '[]', '[]', 'done', 0, '00', 1700000004000, 1, 1700000005000);
INSERT INTO erased VALUES (x'01', 309);
INSERT INTO suppression VALUES (x'02', 'email', 309, 1700000004000, '2033-11-14');
INSERT INTO suppression_lifted VALUES (310, 'phone', 309, 'Ny kunde', 1700000005000, 1);
INSERT INTO export VALUES (311, 'Utvalgte', 'persons', 'utvalgte.csv', 'csv', '00', 'email', 1, 'Julekort', 'Trykkeriet', 1700000004000, 1);
INSERT INTO export_person VALUES (40, 311);
UPDATE selection SET alert = 'Ring først' WHERE id = 211;

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

INSERT INTO subscription VALUES
    (40, 320, 200, 1, NULL, 7001, 'På messen', 1700000006000, 1),
    (40, 321, 200, NULL, 320, 7001, '', 1700000007000, 1);
INSERT INTO outbox VALUES
    (322, 'erased', 'letter', 'Per Vik', 'Strandgata 1', 'nb', 'Du er slettet', 'Hei', 'waiting', NULL, 309, 1700000006000, 1);
INSERT INTO erasure_text VALUES (x'03', 309, 'e');
INSERT INTO report VALUES (323, 40, 'access', 'nb', 'Pass', '', 0, 1700000006000, 1);

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

INSERT INTO mailing VALUES
    (331, 'Mars', NULL, 'Alle', 'marketing', 200, 'newsletter', 'running', 1, NULL, 1700000008000, 1);
INSERT INTO mailing_file VALUES (331, 0, 'Program.txt', 'text/plain', x'486569');
INSERT INTO outbox (id, kind, channel, recipient, address, language, subject, body, state, person, at, by, html, message_id,
    token, type, mailing, state_at)
    VALUES (330, 'marketing', 'mail', 'Åse Ødegård', 'Ase@skarvfjordfisk.example', 'nb', 'Nytt', 'Hei', 'queued', 40,
        1700000008000, 1, '<p>Hei</p>', '0123@example.org', 'kt1', 200, 331, 1700000008000);
INSERT INTO outbox_file VALUES (330, 0, 40, 'Svar.txt', 'text/plain', x'486569');
INSERT INTO template VALUES (332, 'notice.messe', 'Messe', 'nb', 'Hva vi lagrer', 'Hei', 0, 1700000008000, 1);
INSERT INTO notice VALUES
    (333, 40, 'exempt', '14-5-b', '', NULL, NULL, 1700000008000, 'Ukjent adresse', 1700000008000, 1);
INSERT INTO overridden VALUES (334, 330, 40, 'not-informed', 'Bedt om det', 1700000008000, 1);
INSERT INTO mailing_recipient VALUES
    (335, 40, 331, 330, 'Ase@skarvfjordfisk.example', NULL, 1700000008000, NULL),
    (336, 41, 331, NULL, '', 'restricted', 1700000008000, NULL);
INSERT INTO token VALUES (337, 40, 'unsubscribe', 331, 200, NULL, NULL, NULL, 1700000008000, NULL);
INSERT INTO reply VALUES (338, 40, 'request', 'address', 'ase@example.org', 'Hei', '00', NULL, 1700000009000, 1);
INSERT INTO proposal VALUES
    (339, 40, 338, 'message', '', NULL, NULL, NULL, 'Ring meg', 'open', NULL, NULL);
INSERT INTO stopped_address VALUES (340, 40, 'ase@old.example', 5, 'bounced', 1700000008000, 1700000008000);

PRAGMA user_version = 8;
