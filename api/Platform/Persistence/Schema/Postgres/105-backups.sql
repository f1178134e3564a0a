-- When a backup was made, for the metric that says how old the last one is. Its file's name, not its folder. Instants are milliseconds since 1970.
CREATE TABLE backup_made (
    at     bigint NOT NULL PRIMARY KEY,
    file   text   NOT NULL,
    bytes  bigint NOT NULL,
    sha256 text   NOT NULL
);
