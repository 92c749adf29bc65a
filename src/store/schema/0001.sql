-- What the vault knows of itself: the id that ties this file to its keys, the device number, the highest id given out.
CREATE TABLE vault_info (
    key   TEXT PRIMARY KEY,
    value
) WITHOUT ROWID;
