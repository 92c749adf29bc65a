-- Subscriptions, letters that wait, reports that were handed out. Every column here stands in src/model/data_map.rs.

-- Subscriptions.

-- Letters and messages that wait (erasure).

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
