-- Imports of places, so that the last one can be taken back. Instants are milliseconds since 1970.
CREATE TABLE place_import (
    number    bigint NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file      text   NOT NULL,
    at        bigint NOT NULL,
    undone_at bigint
);

-- What an import touched. before: the row of the place as JSON; null when there was none.
CREATE TABLE place_import_row (
    import bigint NOT NULL,
    place  text   NOT NULL,
    before text,
    PRIMARY KEY (import, place)
);
