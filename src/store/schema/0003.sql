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
