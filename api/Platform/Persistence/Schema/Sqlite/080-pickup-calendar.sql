-- What operators decide about the pickup's calendar. Days are 2026-12-03, instants are milliseconds since 1970, volumes are litres. Nothing personal stands here.

-- A slot that is closed (no truck), stopped (no more bookings) or open although content closes the day. words is what residents read.
CREATE TABLE pickup_closing (
    area   TEXT    NOT NULL,
    day    TEXT    NOT NULL,
    part   TEXT    NOT NULL,
    kind   TEXT    NOT NULL CHECK (kind IN ('closed', 'stopped', 'open')),
    reason TEXT    NOT NULL,
    words  TEXT    NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (area, day, part)
) STRICT;

-- What a slot takes instead of the area's number; day is a date, or a weekday such as monday.
CREATE TABLE pickup_capacity (
    area   TEXT    NOT NULL,
    day    TEXT    NOT NULL,
    part   TEXT    NOT NULL,
    stops  INTEGER NOT NULL CHECK (stops > 0),
    litres INTEGER NOT NULL CHECK (litres > 0),
    at     INTEGER NOT NULL,
    PRIMARY KEY (area, day, part)
) STRICT;

-- Holiday notices (国务院办公厅 ... 放假安排) that were loaded. The newest of a year that was not undone counts.
CREATE TABLE holiday_notice (
    number    INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    year      INTEGER NOT NULL,
    source    TEXT    NOT NULL,
    issued_on TEXT    NOT NULL,
    loaded_at INTEGER NOT NULL,
    loaded_by TEXT    NOT NULL,
    is_undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX holiday_notice_by_year ON holiday_notice (year);

CREATE TABLE holiday_day (
    notice     INTEGER NOT NULL,
    day        TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    is_worked  INTEGER NOT NULL,
    is_in_lieu INTEGER NOT NULL,
    PRIMARY KEY (notice, day)
) STRICT;

-- A day of an area that was called off, and how far the moving of its bookings has come. parts are windows joined by a comma.
CREATE TABLE pickup_postponement (
    number     INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    area       TEXT    NOT NULL,
    day        TEXT    NOT NULL,
    parts      TEXT    NOT NULL,
    reason     TEXT    NOT NULL,
    words      TEXT    NOT NULL,
    state      TEXT    NOT NULL CHECK (state IN ('running', 'done')),
    by_whom    TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    touched_at INTEGER NOT NULL
) STRICT;
CREATE INDEX pickup_postponement_by_day ON pickup_postponement (day, area);

-- Where each booking went; to_slot is null while no day with room is found.
CREATE TABLE pickup_move (
    postponement INTEGER NOT NULL,
    reference    TEXT    NOT NULL,
    from_slot    TEXT    NOT NULL,
    to_slot      TEXT,
    at           INTEGER NOT NULL,
    PRIMARY KEY (postponement, reference)
) STRICT;
