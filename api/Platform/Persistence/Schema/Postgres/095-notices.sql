-- What must be told, one row for a change or reminder and channel, written in the transaction of the change. Nothing personal stands here: phone and words
-- are taken from the booking when the message goes out. Instants are milliseconds since 1970, days are 2026-11-25.

-- notice: id that receivers see. once: what must not be told twice. channel: webhook | call | mail. must_ring: a person rings when no message arrives.
-- state: waiting | sent | dropped (no longer true, or told by a later one) | dead (given up). lease: who is sending it, until lease_until.
CREATE TABLE notice (
    number      bigint NOT NULL PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    notice      text    NOT NULL UNIQUE,
    once        text    NOT NULL UNIQUE,
    channel     text    NOT NULL,
    event       text    NOT NULL,
    reference   text,
    sequence    bigint  NOT NULL,
    about_day   text,
    must_ring   bigint  NOT NULL,
    created_at  bigint  NOT NULL,
    due_at      bigint  NOT NULL,
    state       text    NOT NULL,
    attempts    bigint  NOT NULL,
    lease       text    NOT NULL,
    lease_until bigint  NOT NULL,
    ended_at    bigint,
    problem     text
);
CREATE INDEX notice_by_state ON notice (state, channel, due_at);
CREATE INDEX notice_by_reference ON notice (reference);

-- Calls that were made. result: reached | no-answer | wrong-number | call-again
CREATE TABLE notice_call (
    number  bigint NOT NULL PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    notice  bigint  NOT NULL,
    at      bigint  NOT NULL,
    by_whom text    NOT NULL,
    result  text    NOT NULL
);
CREATE INDEX notice_call_by_notice ON notice_call (notice);
CREATE INDEX notice_call_by_time ON notice_call (at);
