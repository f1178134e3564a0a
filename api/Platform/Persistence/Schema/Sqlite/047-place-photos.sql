-- Photos of places, written again without metadata. Which one a place shows stands in place.photo (its address ends with the hash); one that is no longer
-- shown is kept for a while, so that the change can be taken back. Instants are milliseconds since 1970.
CREATE TABLE place_photo (
    place      TEXT    NOT NULL,
    hash       TEXT    NOT NULL,
    media_type TEXT    NOT NULL,
    bytes      BLOB    NOT NULL,
    at         INTEGER NOT NULL,
    dropped_at INTEGER,
    PRIMARY KEY (place, hash)
) STRICT;
