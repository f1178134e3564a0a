-- What is known of villages and townships beyond their names: brought by `import villages`. code: 12-digit village or 9-digit township.
-- Positions are WGS-84 degrees. What is not known is null. A row stays when it says nothing any more.
CREATE TABLE area (
    code       text NOT NULL PRIMARY KEY,
    lng        double precision,
    lat        double precision,
    area_km2   double precision,
    population bigint,
    source     text NOT NULL,
    CHECK ((lng IS NULL) = (lat IS NULL)),
    CHECK (lng BETWEEN -180 AND 180 AND lat BETWEEN -90 AND 90),
    CHECK (area_km2 > 0),
    CHECK (population >= 0)
);

-- Imports of areas, so that the last one can be taken back. Instants are milliseconds since 1970.
CREATE TABLE area_import (
    number    bigint NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file      text   NOT NULL,
    at        bigint NOT NULL,
    undone_at bigint
);

-- What an import touched. before: the row of the area as JSON; null when there was none.
CREATE TABLE area_import_row (
    import bigint NOT NULL,
    area   text   NOT NULL,
    before text,
    PRIMARY KEY (import, area)
);
