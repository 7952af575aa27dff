-- How many rows a run read is recorded, so that the next can tell when a source has lost most of its
-- own. Whoever may record a run's figures may record that too.

ALTER TABLE entremise.run
    ADD COLUMN rows_read jsonb CHECK (jsonb_typeof(rows_read) = 'object');
COMMENT ON COLUMN entremise.run.rows_read IS 'Rows that each query of the job returned and that made sense, by what they are: {"needs": 34, "candidates": 120, …}; none for runs recorded before this was.';

DO $$
DECLARE
    given record;
BEGIN
    FOR given IN
        SELECT acl.grantee, acl.is_grantable
        FROM pg_attribute
        JOIN pg_class ON pg_class.oid = pg_attribute.attrelid
        CROSS JOIN LATERAL aclexplode(pg_attribute.attacl) AS acl
        WHERE pg_class.oid = 'entremise.run'::regclass AND pg_attribute.attname = 'figures'
            AND acl.privilege_type = 'UPDATE' AND acl.grantee <> pg_class.relowner
    LOOP
        EXECUTE format(
            'GRANT UPDATE (rows_read) ON entremise.run TO %s %s',
            CASE WHEN given.grantee = 0 THEN 'PUBLIC'
                ELSE quote_ident(pg_get_userbyid(given.grantee)) END,
            CASE WHEN given.is_grantable THEN 'WITH GRANT OPTION' END);
    END LOOP;
END
$$;
