-- Rounds: what a vehicle does on a day. Instants are milliseconds since 1970, days are 2026-11-25, volumes are litres; secret columns hold AES-GCM ciphertext
-- whose key is named inside it. Nothing personal stands here in clear text.

-- state: draft (a dispatcher's plan) | assigned (handed out to the crew)
CREATE TABLE pickup_round (
    round      TEXT    NOT NULL PRIMARY KEY,
    truck      TEXT    NOT NULL,
    area       TEXT    NOT NULL,
    day        TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    UNIQUE (day, truck)
) STRICT;
CREATE INDEX pickup_round_by_area ON pickup_round (area, day);

-- The stops of a round in the order of driving. A booking stands in one round at most; one that left (moved, cancelled, taken out) keeps its line with the
-- instant, so that a result noted before it can still be told from a foreign one.
CREATE TABLE round_stop (
    round     TEXT    NOT NULL,
    reference TEXT    NOT NULL,
    place     INTEGER NOT NULL,
    left_at   INTEGER,
    PRIMARY KEY (round, reference)
) STRICT;
CREATE UNIQUE INDEX round_stop_once ON round_stop (reference) WHERE left_at IS NULL;
CREATE INDEX round_stop_by_reference ON round_stop (reference);

-- What a crew reported about a stop. id is made by its phone, so that sending twice is one result. happened_at is what the phone's clock said, put right by
-- the difference to ours. result: collected | partly-collected | not-collected. standing: stands | replaced (by a later one) | discrepancy | settled.
-- discrepancy: cancelled | moved | other-day; secret: the crew's note.
CREATE TABLE booking_result (
    id          TEXT    NOT NULL PRIMARY KEY,
    reference   TEXT    NOT NULL,
    round       TEXT    NOT NULL,
    truck       TEXT    NOT NULL,
    area        TEXT    NOT NULL,
    day         TEXT    NOT NULL,
    result      TEXT    NOT NULL,
    reason      TEXT,
    happened_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    by_whom     TEXT    NOT NULL,
    standing    TEXT    NOT NULL,
    discrepancy TEXT,
    settled_by  TEXT,
    secret      BLOB
) STRICT;
CREATE UNIQUE INDEX booking_result_once ON booking_result (reference) WHERE standing = 'stands';
CREATE INDEX booking_result_by_reference ON booking_result (reference);
CREATE INDEX booking_result_by_day ON booking_result (day);

-- What was loaded at a stop, by stream. One of litres and kilograms may be missing.
CREATE TABLE booking_load (
    result    TEXT    NOT NULL,
    reference TEXT    NOT NULL,
    stream    TEXT    NOT NULL,
    litres    INTEGER,
    kilograms INTEGER,
    centre    TEXT,
    PRIMARY KEY (result, stream),
    CHECK (litres IS NOT NULL OR kilograms IS NOT NULL)
) STRICT;

-- What a round tipped, by stream. id is made by the phone.
CREATE TABLE round_load (
    id          TEXT    NOT NULL,
    stream      TEXT    NOT NULL,
    round       TEXT    NOT NULL,
    truck       TEXT    NOT NULL,
    area        TEXT    NOT NULL,
    day         TEXT    NOT NULL,
    litres      INTEGER,
    kilograms   INTEGER,
    centre      TEXT    NOT NULL,
    happened_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    by_whom     TEXT    NOT NULL,
    PRIMARY KEY (id, stream),
    CHECK (litres IS NOT NULL OR kilograms IS NOT NULL)
) STRICT;
CREATE INDEX round_load_by_day ON round_load (day);

-- Photos of results, encrypted. turn: how to show them, 1 to 8.
CREATE TABLE result_photo (
    result     TEXT    NOT NULL PRIMARY KEY,
    media_type TEXT    NOT NULL,
    turn       INTEGER NOT NULL,
    secret     BLOB    NOT NULL
) STRICT;

-- Which vehicle an operator of the role crew drives.
CREATE TABLE operator_truck (
    name       TEXT    NOT NULL PRIMARY KEY,
    truck      TEXT    NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

-- The order of villages that a dispatcher saved.
CREATE TABLE village_order (
    area    TEXT    NOT NULL,
    village TEXT    NOT NULL,
    place   INTEGER NOT NULL,
    PRIMARY KEY (area, village)
) STRICT;
