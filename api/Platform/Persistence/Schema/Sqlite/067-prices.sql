-- Prices for recyclables (回收价格参考), as an editor entered them. Money in fen (1/100 yuan) per unit; days are 2026-11-26, instants are milliseconds since 1970.
CREATE TABLE price (
    number     INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    material   TEXT    NOT NULL,
    quality    TEXT    NOT NULL,
    unit       TEXT    NOT NULL,
    low_fen    INTEGER NOT NULL,
    high_fen   INTEGER NOT NULL,
    place      TEXT    NOT NULL,
    day        TEXT    NOT NULL,
    source     TEXT    NOT NULL,
    entered_at INTEGER NOT NULL,
    CHECK (low_fen > 0 AND high_fen >= low_fen)
) STRICT;
CREATE INDEX price_by_day ON price (day);
