-- Places. Instants are milliseconds since 1970, days are 2026-11-22, yes/no is 1/0, lists are codes separated by blanks.

-- A place stays here for ever: a removed one keeps its row, so that its id is never given again and its address answers 410.
CREATE TABLE place (
    id               TEXT    NOT NULL PRIMARY KEY,
    name             TEXT    NOT NULL,
    kind             TEXT    NOT NULL,
    setting          TEXT,
    level            TEXT,
    dual_network     INTEGER NOT NULL,
    accepts          TEXT    NOT NULL,
    rejects          TEXT    NOT NULL,
    audience         TEXT    NOT NULL,
    appointment_only INTEGER NOT NULL,
    pays             INTEGER,
    prices           TEXT,
    access           TEXT,
    step_free        INTEGER,
    phone            TEXT,
    operator         TEXT,
    lng              REAL,
    lat              REAL,
    hours            TEXT,
    source           TEXT    NOT NULL,
    licence          TEXT,
    last_verified    TEXT,
    verified_by      TEXT,
    sample           INTEGER NOT NULL,
    illustrative     INTEGER NOT NULL,
    township         TEXT,
    village          TEXT,
    address          TEXT,
    removed_at       INTEGER,
    removed_because  TEXT,
    replaced_by      TEXT,
    CHECK ((lng IS NULL) = (lat IS NULL)),
    CHECK (lng BETWEEN -180 AND 180 AND lat BETWEEN -90 AND 90),
    CHECK ((removed_at IS NULL) = (removed_because IS NULL))
) STRICT;

-- Every addition, change and removal, once and in order. effect: added | changed | removed
CREATE TABLE place_change (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    place  TEXT    NOT NULL,
    effect TEXT    NOT NULL,
    at     INTEGER NOT NULL
) STRICT;

-- The last report of a smart terminal. fill: material=percent, separated by blanks. state: ok | full | broken
CREATE TABLE terminal_status (
    place       TEXT    NOT NULL PRIMARY KEY,
    state       TEXT    NOT NULL,
    fill        TEXT    NOT NULL,
    reported_at INTEGER NOT NULL
) STRICT;
