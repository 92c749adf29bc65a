-- A card file as schema 1 left it. Frozen: it stays as it is when the schema goes on, so that old files can be tried.

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

PRAGMA user_version = 1;
