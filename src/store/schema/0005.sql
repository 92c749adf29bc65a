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
