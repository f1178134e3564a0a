-- Places. Instants are milliseconds since 1970, days are 2026-11-22, yes/no is 1/0, lists are codes separated by blanks.

-- A place stays here for ever: a removed one keeps its row, so that its id is never given again and its address answers 410.
CREATE TABLE place (
    id               text    NOT NULL PRIMARY KEY,
    name             text    NOT NULL,
    kind             text    NOT NULL,
    setting          text,
    level            text,
    dual_network     bigint NOT NULL,
    accepts          text    NOT NULL,
    rejects          text    NOT NULL,
    audience         text    NOT NULL,
    appointment_only bigint NOT NULL,
    pays             bigint,
    prices           text,
    access           text,
    step_free        bigint,
    phone            text,
    operator         text,
    lng              double precision,
    lat              double precision,
    hours            text,
    source           text    NOT NULL,
    licence          text,
    last_verified    text,
    verified_by      text,
    sample           bigint NOT NULL,
    illustrative     bigint NOT NULL,
    township         text,
    village          text,
    address          text,
    removed_at       bigint,
    removed_because  text,
    replaced_by      text,
    CHECK ((lng IS NULL) = (lat IS NULL)),
    CHECK (lng BETWEEN -180 AND 180 AND lat BETWEEN -90 AND 90),
    CHECK ((removed_at IS NULL) = (removed_because IS NULL))
);

-- Every addition, change and removal, once and in order. effect: added | changed | removed
CREATE TABLE place_change (
    number bigint NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    place  text    NOT NULL,
    effect text    NOT NULL,
    at     bigint NOT NULL
);

-- The last report of a smart terminal. fill: material=percent, separated by blanks. state: ok | full | broken
CREATE TABLE terminal_status (
    place       text    NOT NULL PRIMARY KEY,
    state       text    NOT NULL,
    fill        text    NOT NULL,
    reported_at bigint NOT NULL
);
