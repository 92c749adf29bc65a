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
