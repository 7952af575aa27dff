-- What a run was decided by is recorded with its results, once it has been read in the run's own
-- transaction. Whoever may record a run's figures may record that too.

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
            'GRANT UPDATE (configuration_hash, settings_hash, weights, weight_fit_id) '
                || 'ON entremise.run TO %s %s',
            CASE WHEN given.grantee = 0 THEN 'PUBLIC'
                ELSE quote_ident(pg_get_userbyid(given.grantee)) END,
            CASE WHEN given.is_grantable THEN 'WITH GRANT OPTION' END);
    END LOOP;
END
$$;
