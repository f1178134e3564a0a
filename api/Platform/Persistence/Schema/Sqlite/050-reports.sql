-- What residents report. Instants are milliseconds since 1970, days are 2026-11-26; *_key columns hold keyed hashes; secret columns hold
-- AES-GCM ciphertext. state: received | in-progress | done | rejected; a report that follows a case stands where that case stands.
CREATE TABLE report (
    ticket      TEXT    NOT NULL PRIMARY KEY,
    follows     TEXT,
    kind        TEXT    NOT NULL,
    place       TEXT,
    place_name  TEXT,
    township    TEXT,
    village     TEXT,
    lng         REAL,
    lat         REAL,
    state       TEXT    NOT NULL,
    answer      TEXT,
    day         TEXT    NOT NULL,
    answer_by   TEXT    NOT NULL,
    closed_on   TEXT,
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    secret      BLOB,
    phone_key   TEXT    NOT NULL,
    request_key TEXT    UNIQUE,
    body_key    TEXT    NOT NULL,
    has_photo   INTEGER NOT NULL,
    erased      INTEGER NOT NULL,
    CHECK (follows IS NULL OR follows <> ticket)
) STRICT;
CREATE INDEX report_open ON report (kind, state, place);
CREATE INDEX report_by_follows ON report (follows);
CREATE INDEX report_by_day ON report (day);
CREATE INDEX report_by_phone ON report (phone_key);

-- turn: how the camera was held, 1 to 8 as in EXIF.
CREATE TABLE report_photo (
    ticket     TEXT    NOT NULL PRIMARY KEY,
    media_type TEXT    NOT NULL,
    turn       INTEGER NOT NULL,
    secret     BLOB    NOT NULL
) STRICT;
