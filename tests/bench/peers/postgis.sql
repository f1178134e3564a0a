-- The ten nearest by PostGIS: a GiST index and <->, in the server, without the way to a client. Variables: folder, rounds.
\set ON_ERROR_STOP on
CREATE EXTENSION postgis;
CREATE TABLE point (id serial PRIMARY KEY, lng float8, lat float8);
CREATE TABLE query (id serial PRIMARY KEY, lng float8, lat float8);
\set points 'point (lng, lat) FROM ' :'points' ' CSV'
\set queries 'query (lng, lat) FROM ' :'queries' ' CSV'
COPY :points;
COPY :queries;
ALTER TABLE point ADD plane geometry(Point, 4326), ADD earth geography(Point, 4326);
UPDATE point SET plane = ST_SetSRID(ST_MakePoint(lng, lat), 4326), earth = ST_SetSRID(ST_MakePoint(lng, lat), 4326)::geography;
CREATE INDEX ON point USING gist (plane);
CREATE INDEX ON point USING gist (earth);
VACUUM ANALYZE point;
SELECT pg_backend_pid() AS pid \gset
SELECT count(*) AS asked FROM query \gset
SET jit = off;
