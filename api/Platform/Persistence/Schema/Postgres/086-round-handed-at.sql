-- When a round was first handed out: from then on a crew may hold its list, so that stops which leave it are remembered.
ALTER TABLE pickup_round ADD COLUMN handed_at bigint;
