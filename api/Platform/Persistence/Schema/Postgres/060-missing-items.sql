-- Things that people asked for and the dictionary lacks. Only short words of Chinese characters; no number, no address, nobody's name is looked for.
CREATE TABLE missing_item (
    words     text   NOT NULL PRIMARY KEY,
    times     bigint NOT NULL,
    first_day text   NOT NULL,
    last_day  text   NOT NULL
);
