-- Bulky pickup. Instants are milliseconds since 1970, days are 2026-11-25, volumes are litres; *_key columns hold keyed hashes;
-- secret columns hold AES-GCM ciphertext whose key is named inside it. Nothing personal stands here in clear text.

-- What is taken of a slot. The one conditional statement that takes from it and these checks are what keeps it from being over-booked.
CREATE TABLE booking_slot (
    slot            text    NOT NULL PRIMARY KEY,
    area            text    NOT NULL,
    day             text    NOT NULL,
    part            text    NOT NULL,
    stops_taken     bigint  NOT NULL,
    stops_capacity  bigint  NOT NULL,
    litres_taken    bigint  NOT NULL,
    litres_capacity bigint  NOT NULL,
    CHECK (stops_taken >= 0 AND stops_taken <= stops_capacity),
    CHECK (litres_taken >= 0 AND litres_taken <= litres_capacity)
);
CREATE INDEX booking_slot_by_area ON booking_slot (area, day);

-- The addresses of a slot: two jobs of one address count as one stop.
CREATE TABLE booking_stop (
    slot        text    NOT NULL,
    address_key text    NOT NULL,
    jobs        bigint  NOT NULL CHECK (jobs >= 0),
    PRIMARY KEY (slot, address_key)
);

-- state: held | confirmed | released (given up) | replaced (by a newer one of the same address) | expired
CREATE TABLE booking_hold (
    hold        text    NOT NULL PRIMARY KEY,
    slot        text    NOT NULL,
    village     text    NOT NULL,
    address_key text    NOT NULL,
    has_door    bigint  NOT NULL,
    litres      bigint  NOT NULL,
    quote       text    NOT NULL,
    secret      bytea,
    client_key  text    NOT NULL,
    state       text    NOT NULL,
    created_at  bigint  NOT NULL,
    expires_at  bigint  NOT NULL
);
CREATE INDEX booking_hold_by_state ON booking_hold (state, expires_at);
CREATE INDEX booking_hold_by_address ON booking_hold (address_key);
CREATE INDEX booking_hold_by_client ON booking_hold (client_key);

-- state: booked | assigned | collected | partly-collected | not-collected | cancelled | postponed
CREATE TABLE booking (
    reference    text    NOT NULL PRIMARY KEY,
    label        text    NOT NULL,
    hold         text    NOT NULL UNIQUE,
    slot         text    NOT NULL,
    area         text    NOT NULL,
    day          text    NOT NULL,
    part         text    NOT NULL,
    village      text    NOT NULL,
    address_key  text    NOT NULL,
    phone_key    text    NOT NULL,
    ending_key   text    NOT NULL,
    litres       bigint  NOT NULL,
    quote        text    NOT NULL,
    secret       bytea,
    state        text    NOT NULL,
    state_by     text    NOT NULL,
    sequence     bigint  NOT NULL,
    created_at   bigint  NOT NULL,
    changed_at   bigint  NOT NULL
);
CREATE INDEX booking_by_day ON booking (day, area);
CREATE INDEX booking_by_phone ON booking (phone_key);
CREATE INDEX booking_by_address ON booking (address_key);

-- What happened to a booking, without personal data.
CREATE TABLE booking_history (
    reference text    NOT NULL,
    sequence  bigint  NOT NULL,
    at        bigint  NOT NULL,
    what      text    NOT NULL,
    by_whom   text    NOT NULL,
    slot      text    NOT NULL,
    quote     text    NOT NULL,
    PRIMARY KEY (reference, sequence)
);

-- Manage tokens, hashed.
CREATE TABLE booking_token (
    token_hash text    NOT NULL PRIMARY KEY,
    reference  text    NOT NULL,
    expires_at bigint  NOT NULL
);
CREATE INDEX booking_token_by_reference ON booking_token (reference);

-- The last number given out for labels such as 下营 12-03 07.
CREATE TABLE booking_label (
    township text    NOT NULL,
    day      text    NOT NULL,
    last     bigint  NOT NULL,
    PRIMARY KEY (township, day)
);

-- First answers to Idempotency-Keys.
CREATE TABLE booking_answer (
    key_hash   text    NOT NULL PRIMARY KEY,
    body_hash  text    NOT NULL,
    reference  text    NOT NULL,
    secret     bytea   NOT NULL,
    expires_at bigint  NOT NULL
);
CREATE INDEX booking_answer_by_expiry ON booking_answer (expires_at);
