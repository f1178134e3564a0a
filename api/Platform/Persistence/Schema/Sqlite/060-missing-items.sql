-- Things that people asked for and the dictionary lacks. Only short words of Chinese characters; no number, no address, nobody's name is looked for.
CREATE TABLE missing_item (
    words     TEXT    NOT NULL PRIMARY KEY,
    times     INTEGER NOT NULL,
    first_day TEXT    NOT NULL,
    last_day  TEXT    NOT NULL
) STRICT;
