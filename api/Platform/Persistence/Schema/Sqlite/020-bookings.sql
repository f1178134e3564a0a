-- Bulky pickup. Instants are milliseconds since 1970, days are 2026-11-25, volumes are litres; *_key columns hold keyed hashes;
-- secret columns hold AES-GCM ciphertext whose key is named inside it. Nothing personal stands here in clear text.

-- What is taken of a slot. The one conditional statement that takes from it and these checks are what keeps it from being over-booked.
CREATE TABLE booking_slot (
    slot            TEXT    NOT NULL PRIMARY KEY,
    area            TEXT    NOT NULL,
    day             TEXT    NOT NULL,
    part            TEXT    NOT NULL,
    stops_taken     INTEGER NOT NULL,
    stops_capacity  INTEGER NOT NULL,
    litres_taken    INTEGER NOT NULL,
    litres_capacity INTEGER NOT NULL,
    CHECK (stops_taken >= 0 AND stops_taken <= stops_capacity),
    CHECK (litres_taken >= 0 AND litres_taken <= litres_capacity)
) STRICT;
CREATE INDEX booking_slot_by_area ON booking_slot (area, day);

-- The addresses of a slot: two jobs of one address count as one stop.
CREATE TABLE booking_stop (
    slot        TEXT    NOT NULL,
    address_key TEXT    NOT NULL,
    jobs        INTEGER NOT NULL CHECK (jobs >= 0),
    PRIMARY KEY (slot, address_key)
) STRICT;

-- state: held | confirmed | released (given up) | replaced (by a newer one of the same address) | expired
CREATE TABLE booking_hold (
    hold        TEXT    NOT NULL PRIMARY KEY,
    slot        TEXT    NOT NULL,
    village     TEXT    NOT NULL,
    address_key TEXT    NOT NULL,
    has_door    INTEGER NOT NULL,
    litres      INTEGER NOT NULL,
    quote       TEXT    NOT NULL,
    secret      BLOB,
    client_key  TEXT    NOT NULL,
    state       TEXT    NOT NULL,
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX booking_hold_by_state ON booking_hold (state, expires_at);
CREATE INDEX booking_hold_by_address ON booking_hold (address_key);
CREATE INDEX booking_hold_by_client ON booking_hold (client_key);

-- state: booked | assigned | collected | partly-collected | not-collected | cancelled | postponed
CREATE TABLE booking (
    reference    TEXT    NOT NULL PRIMARY KEY,
    label        TEXT    NOT NULL,
    hold         TEXT    NOT NULL UNIQUE,
    slot         TEXT    NOT NULL,
    area         TEXT    NOT NULL,
    day          TEXT    NOT NULL,
    part         TEXT    NOT NULL,
    village      TEXT    NOT NULL,
    address_key  TEXT    NOT NULL,
    phone_key    TEXT    NOT NULL,
    ending_key   TEXT    NOT NULL,
    litres       INTEGER NOT NULL,
    quote        TEXT    NOT NULL,
    secret       BLOB,
    state        TEXT    NOT NULL,
    state_by     TEXT    NOT NULL,
    sequence     INTEGER NOT NULL,
    created_at   INTEGER NOT NULL,
    changed_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX booking_by_day ON booking (day, area);
CREATE INDEX booking_by_phone ON booking (phone_key);
CREATE INDEX booking_by_address ON booking (address_key);

-- What happened to a booking, without personal data.
CREATE TABLE booking_history (
    reference TEXT    NOT NULL,
    sequence  INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    what      TEXT    NOT NULL,
    by_whom   TEXT    NOT NULL,
    slot      TEXT    NOT NULL,
    quote     TEXT    NOT NULL,
    PRIMARY KEY (reference, sequence)
) STRICT;

-- Manage tokens, hashed.
CREATE TABLE booking_token (
    token_hash TEXT    NOT NULL PRIMARY KEY,
    reference  TEXT    NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX booking_token_by_reference ON booking_token (reference);

-- The last number given out for labels such as 下营 12-03 07.
CREATE TABLE booking_label (
    township TEXT    NOT NULL,
    day      TEXT    NOT NULL,
    last     INTEGER NOT NULL,
    PRIMARY KEY (township, day)
) STRICT;

-- First answers to Idempotency-Keys.
CREATE TABLE booking_answer (
    key_hash   TEXT    NOT NULL PRIMARY KEY,
    body_hash  TEXT    NOT NULL,
    reference  TEXT    NOT NULL,
    secret     BLOB    NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX booking_answer_by_expiry ON booking_answer (expires_at);
