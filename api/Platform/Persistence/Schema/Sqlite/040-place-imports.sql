-- Imports of places, so that the last one can be taken back. Instants are milliseconds since 1970.
CREATE TABLE place_import (
    number    INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    file      TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    undone_at INTEGER
) STRICT;

-- What an import touched. before: the row of the place as JSON; null when there was none.
CREATE TABLE place_import_row (
    import INTEGER NOT NULL,
    place  TEXT    NOT NULL,
    before TEXT,
    PRIMARY KEY (import, place)
) STRICT;
