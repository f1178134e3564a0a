-- Rounds: what a vehicle does on a day. Instants are milliseconds since 1970, days are 2026-11-25, volumes are litres; secret columns hold AES-GCM ciphertext
-- whose key is named inside it. Nothing personal stands here in clear text.

-- state: draft (a dispatcher's plan) | assigned (handed out to the crew)
CREATE TABLE pickup_round (
    round      text    NOT NULL PRIMARY KEY,
    truck      text    NOT NULL,
    area       text    NOT NULL,
    day        text    NOT NULL,
    state      text    NOT NULL,
    created_at bigint  NOT NULL,
    changed_at bigint  NOT NULL,
    UNIQUE (day, truck)
);
CREATE INDEX pickup_round_by_area ON pickup_round (area, day);

-- The stops of a round in the order of driving. A booking stands in one round at most; one that left (moved, cancelled, taken out) keeps its line with the
-- instant, so that a result noted before it can still be told from a foreign one.
CREATE TABLE round_stop (
    round     text    NOT NULL,
    reference text    NOT NULL,
    place     bigint  NOT NULL,
    left_at   bigint ,
    PRIMARY KEY (round, reference)
);
CREATE UNIQUE INDEX round_stop_once ON round_stop (reference) WHERE left_at IS NULL;
CREATE INDEX round_stop_by_reference ON round_stop (reference);

-- What a crew reported about a stop. id is made by its phone, so that sending twice is one result. happened_at is what the phone's clock said, put right by
-- the difference to ours. result: collected | partly-collected | not-collected. standing: stands | replaced (by a later one) | discrepancy | settled.
-- discrepancy: cancelled | moved | other-day; secret: the crew's note.
CREATE TABLE booking_result (
    id          text    NOT NULL PRIMARY KEY,
    reference   text    NOT NULL,
    round       text    NOT NULL,
    truck       text    NOT NULL,
    area        text    NOT NULL,
    day         text    NOT NULL,
    result      text    NOT NULL,
    reason      text,
    happened_at bigint  NOT NULL,
    received_at bigint  NOT NULL,
    by_whom     text    NOT NULL,
    standing    text    NOT NULL,
    discrepancy text,
    settled_by  text,
    secret      bytea
);
CREATE UNIQUE INDEX booking_result_once ON booking_result (reference) WHERE standing = 'stands';
CREATE INDEX booking_result_by_reference ON booking_result (reference);
CREATE INDEX booking_result_by_day ON booking_result (day);

-- What was loaded at a stop, by stream. One of litres and kilograms may be missing.
CREATE TABLE booking_load (
    result    text    NOT NULL,
    reference text    NOT NULL,
    stream    text    NOT NULL,
    litres    bigint ,
    kilograms bigint ,
    centre    text,
    PRIMARY KEY (result, stream),
    CHECK (litres IS NOT NULL OR kilograms IS NOT NULL)
);

-- What a round tipped, by stream. id is made by the phone.
CREATE TABLE round_load (
    id          text    NOT NULL,
    stream      text    NOT NULL,
    round       text    NOT NULL,
    truck       text    NOT NULL,
    area        text    NOT NULL,
    day         text    NOT NULL,
    litres      bigint ,
    kilograms   bigint ,
    centre      text    NOT NULL,
    happened_at bigint  NOT NULL,
    received_at bigint  NOT NULL,
    by_whom     text    NOT NULL,
    PRIMARY KEY (id, stream),
    CHECK (litres IS NOT NULL OR kilograms IS NOT NULL)
);
CREATE INDEX round_load_by_day ON round_load (day);

-- Photos of results, encrypted. turn: how to show them, 1 to 8.
CREATE TABLE result_photo (
    result     text    NOT NULL PRIMARY KEY,
    media_type text    NOT NULL,
    turn       bigint  NOT NULL,
    secret     bytea    NOT NULL
);

-- Which vehicle an operator of the role crew drives.
CREATE TABLE operator_truck (
    name       text    NOT NULL PRIMARY KEY,
    truck      text    NOT NULL,
    changed_at bigint  NOT NULL
);

-- The order of villages that a dispatcher saved.
CREATE TABLE village_order (
    area    text    NOT NULL,
    village text    NOT NULL,
    place   bigint  NOT NULL,
    PRIMARY KEY (area, village)
);
