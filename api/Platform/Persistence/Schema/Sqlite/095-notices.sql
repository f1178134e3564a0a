-- What must be told, one row for a change or reminder and channel, written in the transaction of the change. Nothing personal stands here: phone and words
-- are taken from the booking when the message goes out. Instants are milliseconds since 1970, days are 2026-11-25.

-- notice: id that receivers see. once: what must not be told twice. channel: webhook | call | mail. must_ring: a person rings when no message arrives.
-- state: waiting | sent | dropped (no longer true, or told by a later one) | dead (given up). lease: who is sending it, until lease_until.
CREATE TABLE notice (
    number      INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    notice      TEXT    NOT NULL UNIQUE,
    once        TEXT    NOT NULL UNIQUE,
    channel     TEXT    NOT NULL,
    event       TEXT    NOT NULL,
    reference   TEXT,
    sequence    INTEGER NOT NULL,
    about_day   TEXT,
    must_ring   INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    due_at      INTEGER NOT NULL,
    state       TEXT    NOT NULL,
    attempts    INTEGER NOT NULL,
    lease       TEXT    NOT NULL,
    lease_until INTEGER NOT NULL,
    ended_at    INTEGER,
    problem     TEXT
) STRICT;
CREATE INDEX notice_by_state ON notice (state, channel, due_at);
CREATE INDEX notice_by_reference ON notice (reference);

-- Calls that were made. result: reached | no-answer | wrong-number | call-again
CREATE TABLE notice_call (
    number  INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    notice  INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    by_whom TEXT    NOT NULL,
    result  TEXT    NOT NULL
) STRICT;
CREATE INDEX notice_call_by_notice ON notice_call (notice);
CREATE INDEX notice_call_by_time ON notice_call (at);
