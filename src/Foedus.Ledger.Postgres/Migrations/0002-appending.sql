-- Appending. The functions run with the rights of their owner, so that whoever may append needs no right to write any table of entries: not even
-- an entry in the wrong place can be inserted.

-- A part for the entries and seals of one ledger and one year. Attaching does not keep readers waiting.
CREATE FUNCTION foedus.make_room(p_ledger integer, p_year integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $$
DECLARE
    kind text;
    whole text;
    part text;
BEGIN
    FOREACH kind IN ARRAY ARRAY['entry', 'seal'] LOOP
        whole := format('foedus.%I', kind || '_' || p_ledger);
        part := format('foedus.%I', kind || '_' || p_ledger || '_' || p_year);
        CONTINUE WHEN to_regclass(part) IS NOT NULL;
        EXECUTE format('CREATE TABLE %s (LIKE foedus.%I INCLUDING ALL)', part, kind);
        EXECUTE format('ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM (%L) TO (%L)', whole, part,
            make_timestamptz(p_year, 1, 1, 0, 0, 0, 'UTC'), make_timestamptz(p_year + 1, 1, 1, 0, 0, 0, 'UTC'));
        IF kind = 'entry' THEN
            EXECUTE format('CREATE TRIGGER entries_are_kept BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION foedus.refuse_change()', part);
        END IF;
    END LOOP;
END $$;
REVOKE ALL ON FUNCTION foedus.make_room FROM PUBLIC;

-- A new, empty ledger; false if the federation has one.
CREATE FUNCTION foedus.register(p_federation text, p_root bytea) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    made integer;
    kind text;
BEGIN
    INSERT INTO foedus.ledger (federation, size, root) VALUES (p_federation, 0, p_root) ON CONFLICT (federation) DO NOTHING RETURNING id INTO made;
    IF made IS NULL THEN
        RETURN false;
    END IF;
    FOREACH kind IN ARRAY ARRAY['entry', 'seal'] LOOP
        EXECUTE format('CREATE TABLE foedus.%I (LIKE foedus.%I INCLUDING ALL) PARTITION BY RANGE (recorded_at)', kind || '_' || made, kind);
        EXECUTE format('ALTER TABLE foedus.%I ATTACH PARTITION foedus.%I FOR VALUES IN (%L)', kind, kind || '_' || made, made);
    END LOOP;
    EXECUTE format('CREATE TRIGGER entries_are_kept BEFORE TRUNCATE ON foedus.%I FOR EACH STATEMENT EXECUTE FUNCTION foedus.refuse_change()', 'entry_' || made);
    RETURN true;
END $$;
REVOKE ALL ON FUNCTION foedus.register FROM PUBLIC;

-- Appends entries at a position, all or none. The row of the ledger is held until the end of the transaction, so that one appends at a time and
-- whoever sees an entry sees all before it. Tells followers when the transaction is committed.
-- The names in it have to mean what they say, so the path on which names are looked up has to be the bare one. The caller sets it, once for a
-- connection: to set it here would cost half as much as the append itself. Plans are kept, since to plan anew for each short array costs more than
-- the array.
CREATE FUNCTION foedus.append(
    p_ledger integer, p_expected bigint, p_root bytea,
    p_recorded timestamptz[], p_leaves bytea[], p_entries bytea[],
    p_keys text[], p_key_positions bigint[],
    p_sealed bigint[], p_salts bytea[], p_payloads bytea[],
    p_levels smallint[], p_indexes bigint[], p_tiles bytea[],
    OUT outcome text, OUT size bigint, OUT key text)
LANGUAGE plpgsql SECURITY DEFINER SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    whose text;
    years integer;
    added bigint := pg_catalog.cardinality(p_entries);
BEGIN
    IF pg_catalog.current_setting('search_path') OPERATOR(pg_catalog.<>) 'pg_catalog, pg_temp' THEN
        RAISE EXCEPTION 'set search_path to pg_catalog, pg_temp before an append' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT l.size, l.federation INTO size, whose FROM foedus.ledger l WHERE l.id = p_ledger FOR UPDATE;
    IF size IS DISTINCT FROM p_expected THEN
        outcome := CASE WHEN size IS NULL THEN 'missing' ELSE 'conflict' END;
        RETURN;
    END IF;
    IF added = 0 OR cardinality(p_leaves) <> added OR cardinality(p_recorded) <> added THEN
        RAISE EXCEPTION 'an append has at least one entry, and a leaf and a time for each' USING ERRCODE = 'invalid_parameter_value';
    END IF;

    IF cardinality(p_keys) > 0 THEN
        SELECT wanted.key, coalesce(known.position, wanted.first) INTO key, size
        FROM (SELECT u.key, u.position, min(u.position) OVER (PARTITION BY u.key) AS first FROM unnest(p_keys, p_key_positions) AS u (key, position)) AS wanted
        LEFT JOIN foedus.idempotency known ON known.ledger = p_ledger AND known.key = wanted.key
        WHERE known.key IS NOT NULL OR wanted.first < wanted.position
        ORDER BY wanted.position LIMIT 1;
        IF FOUND THEN
            outcome := 'key';
            RETURN;
        END IF;
        INSERT INTO foedus.idempotency (ledger, key, position) SELECT p_ledger, u.key, u.position FROM unnest(p_keys, p_key_positions) AS u (key, position);
    END IF;

    FOR years IN SELECT DISTINCT extract(year FROM u.recorded AT TIME ZONE 'UTC')::integer FROM unnest(p_recorded) AS u (recorded) LOOP
        IF to_regclass('foedus.entry_' || p_ledger || '_' || years) IS NULL THEN
            PERFORM foedus.make_room(p_ledger, years);
        END IF;
    END LOOP;

    INSERT INTO foedus.entry (ledger, position, recorded_at, leaf, bytes)
    SELECT p_ledger, p_expected + u.number - 1, u.recorded, u.leaf, u.bytes
    FROM unnest(p_recorded, p_leaves, p_entries) WITH ORDINALITY AS u (recorded, leaf, bytes, number);
    IF cardinality(p_sealed) > 0 THEN
        INSERT INTO foedus.seal (ledger, position, recorded_at, salt, payload)
        SELECT p_ledger, u.position, p_recorded[(u.position - p_expected + 1)::integer], u.salt, u.payload
        FROM unnest(p_sealed, p_salts, p_payloads) AS u (position, salt, payload);
    END IF;
    IF cardinality(p_tiles) > 0 THEN
        INSERT INTO foedus.tile (ledger, level, index, hashes)
        SELECT p_ledger, u.level, u.index, u.hashes FROM unnest(p_levels, p_indexes, p_tiles) AS u (level, index, hashes);
    END IF;

    size := p_expected + added;
    UPDATE foedus.ledger l SET size = p_expected + added, root = p_root WHERE l.id = p_ledger;
    PERFORM pg_notify('foedus', whose || ' ' || size);
    outcome := 'appended';
END $$;
REVOKE ALL ON FUNCTION foedus.append FROM PUBLIC;
