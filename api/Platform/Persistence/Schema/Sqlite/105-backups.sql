-- When a backup was made, for the metric that says how old the last one is. Its file's name, not its folder. Instants are milliseconds since 1970.
CREATE TABLE backup_made (
    at     INTEGER NOT NULL PRIMARY KEY,
    file   TEXT    NOT NULL,
    bytes  INTEGER NOT NULL,
    sha256 TEXT    NOT NULL
) STRICT;
