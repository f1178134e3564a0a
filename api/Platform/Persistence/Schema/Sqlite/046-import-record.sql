-- Who imported, and what it did, for the list of imports. Older ones do not know.
ALTER TABLE place_import ADD COLUMN actor TEXT NOT NULL DEFAULT '';
ALTER TABLE place_import ADD COLUMN added INTEGER NOT NULL DEFAULT 0;
ALTER TABLE place_import ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE place_import ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE place_import ADD COLUMN retired INTEGER NOT NULL DEFAULT 0;
ALTER TABLE place_import ADD COLUMN refused INTEGER NOT NULL DEFAULT 0;
