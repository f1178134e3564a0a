-- A token is only ever looked for together with the booking it is said to open: one index does for both.
CREATE TABLE booking_token_new (
    reference  text    NOT NULL,
    token_hash text    NOT NULL,
    expires_at bigint  NOT NULL,
    PRIMARY KEY (reference, token_hash)
);
INSERT INTO booking_token_new (reference, token_hash, expires_at) SELECT reference, token_hash, expires_at FROM booking_token;
DROP TABLE booking_token;
ALTER TABLE booking_token_new RENAME TO booking_token;
