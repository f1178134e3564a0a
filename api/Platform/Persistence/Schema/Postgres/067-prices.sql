-- Prices for recyclables (回收价格参考), as an editor entered them. Money in fen (1/100 yuan) per unit; days are 2026-11-26, instants are milliseconds since 1970.
CREATE TABLE price (
    number     bigint  NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    material   text    NOT NULL,
    quality    text    NOT NULL,
    unit       text    NOT NULL,
    low_fen    bigint  NOT NULL,
    high_fen   bigint  NOT NULL,
    place      text    NOT NULL,
    day        text    NOT NULL,
    source     text    NOT NULL,
    entered_at bigint  NOT NULL,
    CHECK (low_fen > 0 AND high_fen >= low_fen)
);
CREATE INDEX price_by_day ON price (day);
