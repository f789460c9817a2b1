-- Erasing what a law may demand to be erased: sealed parts, persons, attachments. Never an entry.
-- A deleted row stays in the file of its table until the file is written anew, and an open transaction may keep it there for long. So the table is
-- written anew at once, in the same transaction: what is left is put aside, the table gets a new, empty file, and what is left is put back.

CREATE FUNCTION foedus.write_anew(p_table regclass) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', p_table);
    EXECUTE format('CREATE TEMP TABLE foedus_kept ON COMMIT DROP AS SELECT * FROM %s', p_table);
    EXECUTE format('TRUNCATE %s', p_table);
    EXECUTE format('INSERT INTO %s SELECT * FROM pg_temp.foedus_kept', p_table);
    DROP TABLE pg_temp.foedus_kept;
END $$;
REVOKE ALL ON FUNCTION foedus.write_anew FROM PUBLIC;

-- One erases at a time: two that wait for the same table would wait for each other.
CREATE FUNCTION foedus.erase_seal(p_ledger integer, p_position bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    part regclass;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('foedus erases'));
    DELETE FROM foedus.seal s WHERE s.ledger = p_ledger AND s.position = p_position RETURNING s.tableoid::regclass INTO part;
    IF part IS NULL THEN
        RETURN false;
    END IF;
    PERFORM foedus.write_anew(part);
    RETURN true;
END $$;
REVOKE ALL ON FUNCTION foedus.erase_seal FROM PUBLIC;

CREATE FUNCTION foedus.erase_person(p_ledger integer, p_id text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('foedus erases'));
    DELETE FROM foedus.person p WHERE p.ledger = p_ledger AND p.id = p_id;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    PERFORM foedus.write_anew('foedus.person');
    RETURN true;
END $$;
REVOKE ALL ON FUNCTION foedus.erase_person FROM PUBLIC;

CREATE FUNCTION foedus.erase_attachment(p_ledger integer, p_digest bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    erased bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('foedus erases'));
    DELETE FROM foedus.attachment a WHERE a.ledger = p_ledger AND a.digest = p_digest RETURNING a.upload INTO erased;
    IF erased IS NULL THEN
        RETURN false;
    END IF;
    DELETE FROM foedus.attachment_part p WHERE p.upload = erased;
    PERFORM foedus.write_anew('foedus.attachment_part');
    RETURN true;
END $$;
REVOKE ALL ON FUNCTION foedus.erase_attachment FROM PUBLIC;
