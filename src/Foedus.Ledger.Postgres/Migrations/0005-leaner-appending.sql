-- Appending with less work in the server. What it promises stays: all or none, at the expected position, by this function alone.

-- Only foedus.append and foedus.register write these tables, and they write nothing else; to check it again with every append costs as much as an
-- insert (a check of a table is read from its text for every statement, a reference is a query for every row).
ALTER TABLE foedus.ledger DROP CONSTRAINT IF EXISTS ledger_size_check, DROP CONSTRAINT IF EXISTS ledger_root_check;
ALTER TABLE foedus.idempotency DROP CONSTRAINT IF EXISTS idempotency_ledger_fkey;
ALTER TABLE foedus.tile DROP CONSTRAINT IF EXISTS tile_ledger_fkey;

-- Who might call the earlier function may call this one.
CREATE TEMP TABLE foedus_appenders ON COMMIT DROP AS
SELECT DISTINCT a.grantee::regrole::text AS grantee
FROM pg_proc p, aclexplode(p.proacl) a
WHERE p.oid = to_regproc('foedus.append') AND a.privilege_type = 'EXECUTE' AND a.grantee <> 0 AND a.grantee <> p.proowner;

DROP FUNCTION IF EXISTS foedus.append(integer, bigint, bytea, timestamptz[], bytea[], bytea[], text[], bigint[], bigint[], bytea[], bytea[], smallint[], bigint[], bytea[]);

-- Appends entries at a position, all or none. Gives the new size; the position that was expected if a key is known already; minus one minus the
-- size if the ledger has another size; null if there is no such ledger. A key must not stand twice in one call. What is null is not there, and costs
-- least; the years are those for which there may be no parts yet.
-- The update of the ledger's row checks the position and holds the row until the end of the transaction, so that one appends at a time and whoever
-- sees an entry sees all before it: an update that waited for another looks at the row anew. Keys are looked for before it. Whoever appends in
-- between changes the size, and then the update finds nothing. Tells followers when the transaction is committed.
-- The names in it have to mean what they say, so the path on which names are looked up has to be the bare one. The caller sets it, once for a
-- connection: to set it here would cost half as much as the append itself. Plans are kept, since to plan anew for each short array costs more than
-- the array.
CREATE FUNCTION foedus.append(
    p_ledger integer, p_expected bigint, p_root bytea, p_recorded timestamptz[], p_leaves bytea[], p_entries bytea[],
    p_years integer[] DEFAULT NULL,
    p_keys text[] DEFAULT NULL, p_key_positions bigint[] DEFAULT NULL,
    p_sealed bigint[] DEFAULT NULL, p_salts bytea[] DEFAULT NULL, p_payloads bytea[] DEFAULT NULL,
    p_levels smallint[] DEFAULT NULL, p_indexes bigint[] DEFAULT NULL, p_tiles bytea[] DEFAULT NULL)
RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    whose text;
    found_size bigint;
    recorded_year integer;
    grown bigint := p_expected OPERATOR(pg_catalog.+) pg_catalog.cardinality(p_entries);
BEGIN
    IF pg_catalog.current_setting('search_path') OPERATOR(pg_catalog.<>) 'pg_catalog, pg_temp' THEN
        RAISE EXCEPTION 'set search_path to pg_catalog, pg_temp before an append' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF grown = p_expected OR octet_length(p_root) <> 32 THEN
        RAISE EXCEPTION 'an append has at least one entry, and a root of 32 bytes' USING ERRCODE = 'invalid_parameter_value';
    END IF;

    IF p_keys IS NOT NULL THEN
        IF EXISTS (SELECT FROM foedus.idempotency known WHERE known.ledger = p_ledger AND known.key = ANY (p_keys)) THEN
            SELECT l.size INTO found_size FROM foedus.ledger l WHERE l.id = p_ledger;
            RETURN CASE WHEN found_size = p_expected THEN p_expected ELSE -1 - found_size END;
        END IF;
    END IF;
    UPDATE foedus.ledger l SET size = grown, root = p_root WHERE l.id = p_ledger AND l.size = p_expected RETURNING l.federation INTO whose;
    IF whose IS NULL THEN
        SELECT l.size INTO found_size FROM foedus.ledger l WHERE l.id = p_ledger;
        RETURN -1 - found_size;
    END IF;

    IF p_years IS NOT NULL THEN
        FOREACH recorded_year IN ARRAY p_years LOOP
            IF to_regclass('foedus.entry_' || p_ledger || '_' || recorded_year) IS NULL THEN
                PERFORM foedus.make_room(p_ledger, recorded_year);
            END IF;
        END LOOP;
    END IF;

    -- A value that is missing is refused by the columns, none of which may be null.
    IF grown = p_expected + 1 THEN
        INSERT INTO foedus.entry (ledger, position, recorded_at, leaf, bytes) VALUES (p_ledger, p_expected, p_recorded[1], p_leaves[1], p_entries[1]);
    ELSE
        INSERT INTO foedus.entry (ledger, position, recorded_at, leaf, bytes)
        SELECT p_ledger, generate_series(p_expected, grown - 1), unnest(p_recorded), unnest(p_leaves), unnest(p_entries);
    END IF;
    IF p_keys IS NOT NULL THEN
        INSERT INTO foedus.idempotency (ledger, key, position) SELECT p_ledger, unnest(p_keys), unnest(p_key_positions);
    END IF;
    IF p_sealed IS NOT NULL THEN
        INSERT INTO foedus.seal (ledger, position, recorded_at, salt, payload)
        SELECT p_ledger, u.position, p_recorded[(u.position - p_expected + 1)::integer], u.salt, u.payload
        FROM unnest(p_sealed, p_salts, p_payloads) AS u (position, salt, payload);
    END IF;
    IF p_tiles IS NOT NULL THEN
        INSERT INTO foedus.tile (ledger, level, index, hashes) SELECT p_ledger, unnest(p_levels), unnest(p_indexes), unnest(p_tiles);
    END IF;
    PERFORM pg_notify('foedus', whose || ' ' || grown);
    RETURN grown;
END $$;
REVOKE ALL ON FUNCTION foedus.append FROM PUBLIC;

DO $$
DECLARE
    appender text;
BEGIN
    FOR appender IN SELECT grantee FROM foedus_appenders LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION foedus.append TO %s', appender);
    END LOOP;
END $$;
