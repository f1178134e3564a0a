-- What residents report. Instants are milliseconds since 1970, days are 2026-11-26; *_key columns hold keyed hashes; secret columns hold
-- AES-GCM ciphertext. state: received | in-progress | done | rejected; a report that follows a case stands where that case stands.
CREATE TABLE report (
    ticket      text    NOT NULL PRIMARY KEY,
    follows     text,
    kind        text    NOT NULL,
    place       text,
    place_name  text,
    township    text,
    village     text,
    lng         double precision,
    lat         double precision,
    state       text    NOT NULL,
    answer      text,
    day         text    NOT NULL,
    answer_by   text    NOT NULL,
    closed_on   text,
    created_at  bigint  NOT NULL,
    changed_at  bigint  NOT NULL,
    secret      bytea,
    phone_key   text    NOT NULL,
    request_key text    UNIQUE,
    body_key    text    NOT NULL,
    has_photo   bigint  NOT NULL,
    erased      bigint  NOT NULL,
    CHECK (follows IS NULL OR follows <> ticket)
);
CREATE INDEX report_open ON report (kind, state, place);
CREATE INDEX report_by_follows ON report (follows);
CREATE INDEX report_by_day ON report (day);
CREATE INDEX report_by_phone ON report (phone_key);

-- turn: how the camera was held, 1 to 8 as in EXIF.
CREATE TABLE report_photo (
    ticket     text    NOT NULL PRIMARY KEY,
    media_type text    NOT NULL,
    turn       bigint  NOT NULL,
    secret      bytea   NOT NULL
);
