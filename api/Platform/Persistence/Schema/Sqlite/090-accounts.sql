-- Accounts that the console keeps: locked ones, passwords that must be changed, links to a single sign-on, last sign-in. Instants are milliseconds since 1970.
ALTER TABLE operator_account ADD COLUMN locked_at INTEGER;
ALTER TABLE operator_account ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0;
ALTER TABLE operator_account ADD COLUMN subject TEXT;
ALTER TABLE operator_account ADD COLUMN signed_in_at INTEGER;
CREATE UNIQUE INDEX operator_account_by_subject ON operator_account (subject);

-- Where a village agent works: 12-digit codes of villages, 9-digit codes of whole townships.
CREATE TABLE operator_village (
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (name, code)
) STRICT;
