-- Who works with the portal. Instants are milliseconds since 1970.
CREATE TABLE operator_account (
    name          text    NOT NULL PRIMARY KEY,
    role          text    NOT NULL,
    password_hash text    NOT NULL,
    stamp         text    NOT NULL,
    created_at    bigint  NOT NULL
);

-- Keys of machines, hashed. A revoked one stays in the list.
CREATE TABLE api_key (
    id         text    NOT NULL PRIMARY KEY,
    scope      text    NOT NULL,
    name       text    NOT NULL,
    key_hash   text    NOT NULL UNIQUE,
    created_at bigint  NOT NULL,
    revoked_at bigint 
);

-- Failed sign-ins by account and by address (keyed hashes): after too many, both wait.
CREATE TABLE sign_in_failure (
    gate         text    NOT NULL PRIMARY KEY,
    failures     bigint  NOT NULL,
    last_at      bigint  NOT NULL
);
