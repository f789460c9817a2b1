-- What was derived from a sealed part may stand in a snapshot, so both go together.

CREATE OR REPLACE FUNCTION foedus.erase_seal(p_ledger integer, p_position bigint) RETURNS boolean
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
    DELETE FROM foedus.snapshot s WHERE s.ledger = p_ledger;
    IF FOUND THEN
        PERFORM foedus.write_anew('foedus.snapshot');
    END IF;
    RETURN true;
END $$;
REVOKE ALL ON FUNCTION foedus.erase_seal FROM PUBLIC;
