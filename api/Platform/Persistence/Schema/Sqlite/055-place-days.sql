-- Days on which something that comes and goes is there: dates (2026-12-05) and market days of the lunar month (2 7), both separated by
-- blanks; and a picture an operator took, as JSON with Url and Alt.
ALTER TABLE place ADD COLUMN dates TEXT;
ALTER TABLE place ADD COLUMN lunar TEXT;
ALTER TABLE place ADD COLUMN photo TEXT;
