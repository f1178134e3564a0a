-- Who did what in the console or by command. No personal data of residents: numbers, names of files, codes.
CREATE TABLE audit_entry (
    number  bigint  NOT NULL PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    at      bigint  NOT NULL,
    actor   text    NOT NULL,
    role    text    NOT NULL,
    action  text    NOT NULL,
    subject text    NOT NULL,
    summary text    NOT NULL
);

CREATE INDEX audit_entry_at ON audit_entry (at);
