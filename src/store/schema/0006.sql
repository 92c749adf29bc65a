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
