-- Who did what in the console or by command. No personal data of residents: numbers, names of files, codes.
CREATE TABLE audit_entry (
    number  INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    actor   TEXT    NOT NULL,
    role    TEXT    NOT NULL,
    action  TEXT    NOT NULL,
    subject TEXT    NOT NULL,
    summary TEXT    NOT NULL
) STRICT;

CREATE INDEX audit_entry_at ON audit_entry (at);
