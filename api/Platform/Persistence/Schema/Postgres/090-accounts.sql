-- Accounts that the console keeps: locked ones, passwords that must be changed, links to a single sign-on, last sign-in. Instants are milliseconds since 1970.
ALTER TABLE operator_account ADD COLUMN locked_at bigint;
ALTER TABLE operator_account ADD COLUMN must_change bigint NOT NULL DEFAULT 0;
ALTER TABLE operator_account ADD COLUMN subject text;
ALTER TABLE operator_account ADD COLUMN signed_in_at bigint;
CREATE UNIQUE INDEX operator_account_by_subject ON operator_account (subject);

-- Where a village agent works: 12-digit codes of villages, 9-digit codes of whole townships.
CREATE TABLE operator_village (
    name text NOT NULL,
    code text NOT NULL,
    PRIMARY KEY (name, code)
);
