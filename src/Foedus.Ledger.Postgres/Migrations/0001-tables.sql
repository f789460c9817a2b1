-- What a ledger is made of. Entries and their sealed parts are parted by federation and by the year in which they were recorded; the parts are
-- made by foedus.append when they are needed.

CREATE TABLE foedus.ledger (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    federation text COLLATE "C" NOT NULL UNIQUE,
    size bigint NOT NULL CHECK (size >= 0),
    root bytea NOT NULL CHECK (octet_length(root) = 32)
) WITH (fillfactor = 20);
COMMENT ON TABLE foedus.ledger IS 'One row a ledger: how many entries it has and the root of the tree over them. Whoever appends holds the row.';

CREATE TABLE foedus.entry (
    ledger integer NOT NULL,
    position bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    leaf bytea NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (ledger, position, recorded_at)
) PARTITION BY LIST (ledger);
COMMENT ON TABLE foedus.entry IS 'The acts, in the canonical encoding. Never changed, never removed.';

CREATE TABLE foedus.seal (
    ledger integer NOT NULL,
    position bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    salt bytea NOT NULL,
    payload bytea NOT NULL,
    PRIMARY KEY (ledger, position, recorded_at)
) PARTITION BY LIST (ledger);
COMMENT ON TABLE foedus.seal IS 'What is kept apart from entries that are not public. May be erased.';

CREATE TABLE foedus.idempotency (
    ledger integer NOT NULL REFERENCES foedus.ledger,
    key text COLLATE "C" NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (ledger, key)
);
COMMENT ON TABLE foedus.idempotency IS 'Idempotency keys: unique in a ledger, whatever the year.';

CREATE TABLE foedus.tile (
    ledger integer NOT NULL REFERENCES foedus.ledger,
    level smallint NOT NULL,
    index bigint NOT NULL,
    hashes bytea NOT NULL,
    PRIMARY KEY (ledger, level, index)
);
ALTER TABLE foedus.tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

CREATE SEQUENCE foedus.upload;
CREATE TABLE foedus.attachment (
    ledger integer NOT NULL REFERENCES foedus.ledger,
    digest bytea NOT NULL CHECK (octet_length(digest) = 32),
    length bigint NOT NULL,
    upload bigint NOT NULL,
    PRIMARY KEY (ledger, digest)
);
CREATE TABLE foedus.attachment_part (
    upload bigint NOT NULL,
    part integer NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (upload, part)
);
ALTER TABLE foedus.attachment_part ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE foedus.checkpoint (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ledger integer NOT NULL REFERENCES foedus.ledger,
    size bigint NOT NULL,
    digest bytea NOT NULL,
    note text NOT NULL,
    UNIQUE (ledger, size, digest)
);

CREATE TABLE foedus.snapshot (
    ledger integer NOT NULL REFERENCES foedus.ledger,
    name text COLLATE "C" NOT NULL,
    size bigint NOT NULL,
    digest bytea NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (ledger, name)
);

CREATE TABLE foedus.person (
    ledger integer NOT NULL REFERENCES foedus.ledger,
    id text COLLATE "C" NOT NULL,
    digest bytea NOT NULL,
    data bytea NOT NULL,
    PRIMARY KEY (ledger, id)
);
COMMENT ON TABLE foedus.person IS 'Personal data, apart from the acts, by an opaque id. May be erased.';

-- Rights keep others from changing entries; these keep the owner from doing it by mistake.
CREATE FUNCTION foedus.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an entry is never changed and never removed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER entry_is_kept BEFORE UPDATE OR DELETE ON foedus.entry FOR EACH ROW EXECUTE FUNCTION foedus.refuse_change();
CREATE TRIGGER entries_are_kept BEFORE TRUNCATE ON foedus.entry FOR EACH STATEMENT EXECUTE FUNCTION foedus.refuse_change();
