-- What is counted for the public statistics, already summed up: no row leads to a booking or a person. Months are 2026-11.

-- How many days after asking the first date was offered, how often. township: 9-digit code; month: of asking.
CREATE TABLE booking_offer (
    month    TEXT    NOT NULL,
    township TEXT    NOT NULL,
    days     INTEGER NOT NULL,
    bookings INTEGER NOT NULL,
    PRIMARY KEY (month, township, days)
) STRICT;

-- Bookings whose day was called off; month: of that day.
CREATE TABLE booking_called_off (
    month    TEXT    NOT NULL,
    township TEXT    NOT NULL,
    bookings INTEGER NOT NULL,
    PRIMARY KEY (month, township)
) STRICT;
