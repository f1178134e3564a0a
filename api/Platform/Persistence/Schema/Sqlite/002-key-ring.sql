-- Which key ring the personal data of this database was encrypted with; one row.
CREATE TABLE key_ring (
    slot        INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1),
    fingerprint TEXT    NOT NULL
) STRICT;
