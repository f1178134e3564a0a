-- Who books, for which services, and what they ask for. class: resident | inn | organisation; services: codes joined by a comma, sorted;
-- shares: what is taken of each service's share, written service=litres, joined by a blank and sorted; access: truck | tricycle | village-entrance | unknown;
-- channel: web | phone | agent; postponed_from: the day that was called off; reason: code of why the state is what it is.
ALTER TABLE booking_hold ADD COLUMN class TEXT NOT NULL DEFAULT 'resident';
ALTER TABLE booking_hold ADD COLUMN services TEXT NOT NULL DEFAULT '';
ALTER TABLE booking_hold ADD COLUMN shares TEXT NOT NULL DEFAULT '';
ALTER TABLE booking_hold ADD COLUMN access TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE booking ADD COLUMN class TEXT NOT NULL DEFAULT 'resident';
ALTER TABLE booking ADD COLUMN services TEXT NOT NULL DEFAULT '';
ALTER TABLE booking ADD COLUMN shares TEXT NOT NULL DEFAULT '';
ALTER TABLE booking ADD COLUMN access TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE booking ADD COLUMN channel TEXT NOT NULL DEFAULT 'web';
ALTER TABLE booking ADD COLUMN postponed_from TEXT;
ALTER TABLE booking ADD COLUMN reason TEXT;
ALTER TABLE booking_history ADD COLUMN reason TEXT;

-- What is taken of a service's share of a slot, as booking_slot is for the whole.
CREATE TABLE booking_share (
    slot            TEXT    NOT NULL,
    service         TEXT    NOT NULL,
    litres_taken    INTEGER NOT NULL,
    litres_capacity INTEGER NOT NULL,
    PRIMARY KEY (slot, service),
    CHECK (litres_taken >= 0 AND litres_taken <= litres_capacity)
) STRICT;

-- Pickups that did not happen, as their residents reported them: one for each booking and day. secret: what they wrote, encrypted.
CREATE TABLE booking_missed (
    reference   TEXT    NOT NULL,
    day         TEXT    NOT NULL,
    reported_at INTEGER NOT NULL,
    secret      BLOB   ,
    PRIMARY KEY (reference, day)
) STRICT;
CREATE INDEX booking_missed_by_day ON booking_missed (day);
