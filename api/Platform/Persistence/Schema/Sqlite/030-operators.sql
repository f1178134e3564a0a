-- Who works with the portal. Instants are milliseconds since 1970.
CREATE TABLE operator_account (
    name          TEXT    NOT NULL PRIMARY KEY,
    role          TEXT    NOT NULL,
    password_hash TEXT    NOT NULL,
    stamp         TEXT    NOT NULL,
    created_at    INTEGER NOT NULL
) STRICT;

-- Keys of machines, hashed. A revoked one stays in the list.
CREATE TABLE api_key (
    id         TEXT    NOT NULL PRIMARY KEY,
    scope      TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    key_hash   TEXT    NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;

-- Failed sign-ins by account and by address (keyed hashes): after too many, both wait.
CREATE TABLE sign_in_failure (
    gate         TEXT    NOT NULL PRIMARY KEY,
    failures     INTEGER NOT NULL,
    last_at      INTEGER NOT NULL
) STRICT;
