-- What changed last, by topic: every process polls this row (≤ 2 s) and renews its snapshots.
CREATE TABLE change_feed (
    topic   text   NOT NULL PRIMARY KEY,
    version bigint NOT NULL
);
