-- Forms of the operators' desk that were sent: sending one twice makes one booking. Keyed hashes only; a line is forgotten after a day. Instants are milliseconds since 1970.
CREATE TABLE booking_desk_form (
    form_key    text    NOT NULL PRIMARY KEY,
    content_key text    NOT NULL,
    hold        text,
    reference   text,
    made_at     bigint NOT NULL
);
CREATE INDEX booking_desk_form_by_age ON booking_desk_form (made_at);

-- Operators search by the label that a caller reads off the item.
CREATE INDEX booking_by_label ON booking (label);
