-- Which key ring the personal data of this database was encrypted with; one row.
CREATE TABLE key_ring (
    slot        bigint NOT NULL PRIMARY KEY CHECK (slot = 1),
    fingerprint text   NOT NULL
);
