-- What the editors decided about a thing that the dictionary lacks: open, done (an item or a rule was added) or not-a-thing (it is counted no further).
ALTER TABLE missing_item ADD COLUMN state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'not-a-thing'));
ALTER TABLE missing_item ADD COLUMN settled_day TEXT;
