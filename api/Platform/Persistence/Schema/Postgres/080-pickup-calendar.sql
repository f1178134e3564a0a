-- What operators decide about the pickup's calendar. Days are 2026-12-03, instants are milliseconds since 1970, volumes are litres. Nothing personal stands here.

-- A slot that is closed (no truck), stopped (no more bookings) or open although content closes the day. words is what residents read.
CREATE TABLE pickup_closing (
    area   text    NOT NULL,
    day    text    NOT NULL,
    part   text    NOT NULL,
    kind   text    NOT NULL CHECK (kind IN ('closed', 'stopped', 'open')),
    reason text    NOT NULL,
    words  text    NOT NULL,
    at     bigint  NOT NULL,
    PRIMARY KEY (area, day, part)
);

-- What a slot takes instead of the area's number; day is a date, or a weekday such as monday.
CREATE TABLE pickup_capacity (
    area   text    NOT NULL,
    day    text    NOT NULL,
    part   text    NOT NULL,
    stops  bigint  NOT NULL CHECK (stops > 0),
    litres bigint  NOT NULL CHECK (litres > 0),
    at     bigint  NOT NULL,
    PRIMARY KEY (area, day, part)
);

-- Holiday notices (国务院办公厅 ... 放假安排) that were loaded. The newest of a year that was not undone counts.
CREATE TABLE holiday_notice (
    number    bigint  NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    year      bigint  NOT NULL,
    source    text    NOT NULL,
    issued_on text    NOT NULL,
    loaded_at bigint  NOT NULL,
    loaded_by text    NOT NULL,
    is_undone bigint  NOT NULL DEFAULT 0
);
CREATE INDEX holiday_notice_by_year ON holiday_notice (year);

CREATE TABLE holiday_day (
    notice     bigint  NOT NULL,
    day        text    NOT NULL,
    name       text    NOT NULL,
    is_worked  bigint  NOT NULL,
    is_in_lieu bigint  NOT NULL,
    PRIMARY KEY (notice, day)
);

-- A day of an area that was called off, and how far the moving of its bookings has come. parts are windows joined by a comma.
CREATE TABLE pickup_postponement (
    number     bigint  NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    area       text    NOT NULL,
    day        text    NOT NULL,
    parts      text    NOT NULL,
    reason     text    NOT NULL,
    words      text    NOT NULL,
    state      text    NOT NULL CHECK (state IN ('running', 'done')),
    by_whom    text    NOT NULL,
    created_at bigint  NOT NULL,
    touched_at bigint  NOT NULL
);
CREATE INDEX pickup_postponement_by_day ON pickup_postponement (day, area);

-- Where each booking went; to_slot is null while no day with room is found.
CREATE TABLE pickup_move (
    postponement bigint  NOT NULL,
    reference    text    NOT NULL,
    from_slot    text    NOT NULL,
    to_slot      text,
    at           bigint  NOT NULL,
    PRIMARY KEY (postponement, reference)
);
