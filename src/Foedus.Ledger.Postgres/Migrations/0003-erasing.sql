-- Erasing what a law may demand to be erased: sealed parts, persons, attachments. Never an entry.
-- A deleted row stays in its file until the file is written anew. So each is done in two transactions: the first deletes and says in which table,
-- the second (foedus.sweep) writes that table anew, without what was deleted.

CREATE FUNCTION foedus.erase_seal(p_ledger integer, p_position bigint) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    DELETE FROM foedus.seal s WHERE s.ledger = p_ledger AND s.position = p_position RETURNING s.tableoid::regclass::text;
$$;
REVOKE ALL ON FUNCTION foedus.erase_seal FROM PUBLIC;

CREATE FUNCTION foedus.erase_person(p_ledger integer, p_id text) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    DELETE FROM foedus.person p WHERE p.ledger = p_ledger AND p.id = p_id RETURNING p.tableoid::regclass::text;
$$;
REVOKE ALL ON FUNCTION foedus.erase_person FROM PUBLIC;

CREATE FUNCTION foedus.erase_attachment(p_ledger integer, p_digest bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found_upload bigint;
BEGIN
    DELETE FROM foedus.attachment a WHERE a.ledger = p_ledger AND a.digest = p_digest RETURNING a.upload INTO found_upload;
    IF found_upload IS NULL THEN
        RETURN NULL;
    END IF;
    DELETE FROM foedus.attachment_part p WHERE p.upload = found_upload;
    RETURN 'foedus.attachment_part';
END $$;
REVOKE ALL ON FUNCTION foedus.erase_attachment FROM PUBLIC;

CREATE FUNCTION foedus.sweep(p_table text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    swept regclass := p_table::regclass;
    ordered regclass;
BEGIN
    IF swept NOT IN ('foedus.person'::regclass, 'foedus.attachment_part'::regclass)
       AND NOT EXISTS (SELECT 1 FROM pg_partition_tree('foedus.seal') t WHERE t.relid = swept AND t.isleaf) THEN
        RAISE EXCEPTION 'only what may be erased is swept' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT i.indexrelid::regclass INTO STRICT ordered FROM pg_index i WHERE i.indrelid = swept AND i.indisprimary;
    EXECUTE format('CLUSTER %s USING %s', swept, split_part(ordered::text, '.', 2));
END $$;
REVOKE ALL ON FUNCTION foedus.sweep FROM PUBLIC;
