-- Who imported, and what it did, for the list of imports. Older ones do not know.
ALTER TABLE place_import ADD COLUMN actor text NOT NULL DEFAULT '';
ALTER TABLE place_import ADD COLUMN added bigint NOT NULL DEFAULT 0;
ALTER TABLE place_import ADD COLUMN changed bigint NOT NULL DEFAULT 0;
ALTER TABLE place_import ADD COLUMN removed bigint NOT NULL DEFAULT 0;
ALTER TABLE place_import ADD COLUMN retired bigint NOT NULL DEFAULT 0;
ALTER TABLE place_import ADD COLUMN refused bigint NOT NULL DEFAULT 0;
