-- What is known of villages and townships beyond their names: brought by `import villages`. code: 12-digit village or 9-digit township.
-- Positions are WGS-84 degrees. What is not known is null. A row stays when it says nothing any more.
CREATE TABLE area (
    code       TEXT NOT NULL PRIMARY KEY,
    lng        REAL,
    lat        REAL,
    area_km2   REAL,
    population INTEGER,
    source     TEXT NOT NULL,
    CHECK ((lng IS NULL) = (lat IS NULL)),
    CHECK (lng BETWEEN -180 AND 180 AND lat BETWEEN -90 AND 90),
    CHECK (area_km2 > 0),
    CHECK (population >= 0)
) STRICT;

-- Imports of areas, so that the last one can be taken back. Instants are milliseconds since 1970.
CREATE TABLE area_import (
    number    INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    file      TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    undone_at INTEGER
) STRICT;

-- What an import touched. before: the row of the area as JSON; null when there was none.
CREATE TABLE area_import_row (
    import INTEGER NOT NULL,
    area   TEXT    NOT NULL,
    before TEXT,
    PRIMARY KEY (import, area)
) STRICT;
