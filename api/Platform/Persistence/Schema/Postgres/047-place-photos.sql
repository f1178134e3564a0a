-- Photos of places, written again without metadata. Which one a place shows stands in place.photo (its address ends with the hash); one that is no longer
-- shown is kept for a while, so that the change can be taken back. Instants are milliseconds since 1970.
CREATE TABLE place_photo (
    place      text    NOT NULL,
    hash       text    NOT NULL,
    media_type text    NOT NULL,
    bytes      bytea   NOT NULL,
    at         bigint  NOT NULL,
    dropped_at bigint,
    PRIMARY KEY (place, hash)
);
