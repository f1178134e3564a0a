-- What is asked of holds by address, by client or by their end concerns those that are held. An index of these alone stays small, and most holds do not stay in it; a
-- client's holds were counted over all that it had within a day.
DROP INDEX booking_hold_by_state;
DROP INDEX booking_hold_by_client;
DROP INDEX booking_hold_by_address;
CREATE INDEX booking_hold_held_until ON booking_hold (expires_at) WHERE state = 'held';
CREATE INDEX booking_hold_held_by ON booking_hold (client_key) WHERE state = 'held';
CREATE INDEX booking_hold_held_for ON booking_hold (address_key) WHERE state = 'held';
