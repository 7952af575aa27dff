internal import Hashing
internal import Logging
internal import Postgres

extension Ledger {
    /// Brings the schema up to the program's, one transaction a migration.
    ///
    /// Two programs that migrate at once take turns. What was applied before a failure stays.
    ///
    /// - Returns: The names of the migrations that were applied; empty where none was missing.
    /// - Throws: ``LedgerError/schemaNewer(found:known:)``,
    ///   ``LedgerError/migrationAltered(number:name:)``,
    ///   ``LedgerError/migrationFailed(name:reason:)``,
    ///   ``LedgerError/mayNotMigrate(role:reason:statements:)``.
    @discardableResult
    public func migrate() throws(LedgerError) -> [String] {
        try migrate(Migration.all)
    }

    /// As ``migrate()``, up to a migration and no further.
    @discardableResult
    package func migrate(through number: Int) throws(LedgerError) -> [String] {
        try migrate(Migration.all.filter { $0.number <= number })
    }

    func migrate(_ migrations: [Migration]) throws(LedgerError) -> [String] {
        var applied: [String] = []
        for migration in migrations {
            let isApplied = try guarded { connection in
                try connection.transaction { connection in
                    try connection.execute("SELECT pg_advisory_xact_lock(\(Lock.migration))")
                    let known = try appliedMigrations(on: connection)
                    let state = state(of: known, against: migrations)
                    if let error = state.error, error.refuses { throw error }
                    guard known[migration.number] == nil else { return false }
                    try requireRightToMigrate(on: connection)
                    if state == .missing {
                        try connection.execute("SET LOCAL client_min_messages = warning")
                        try execute(Migration.ground, named: "0000_ledger", on: connection)
                    }
                    try execute(migration.sql, named: migration.name, on: connection)
                    try connection.execute(
                        """
                        INSERT INTO entremise.migration (number, name, checksum)
                        VALUES (\(migration.number), \(migration.name), \(migration.checksum.bytes))
                        """)
                    return true
                }
            }
            if isApplied {
                applied.append(migration.name)
                logger?.info(
                    "Migration applied", metadata: ["migration.name": "\(migration.name)"])
            }
        }
        return applied
    }

    /// How the database's schema compares with the program's.
    public func schemaState() throws(LedgerError) -> SchemaState {
        try guarded { connection in
            let known = try reading(connection) { connection in
                try appliedMigrations(on: connection)
            }
            return state(of: known, against: Migration.all)
        }
    }

    /// - Throws: The schema's own error unless it is the program's.
    func requireSchema() throws(LedgerError) {
        if let error = try schemaState().error { throw error }
    }

    private func appliedMigrations(on connection: borrowing Connection) throws
        -> [Int: (name: String, checksum: [UInt8])]
    {
        // By the catalogue, since a name is not looked up in a schema that the role may not use.
        let exists = try connection.first(
            """
            SELECT EXISTS (
                SELECT FROM pg_class AS class
                JOIN pg_namespace AS space ON space.oid = class.relnamespace
                WHERE space.nspname = 'entremise' AND class.relname = 'migration')
            """, as: Bool.self)
        guard exists == true else { return [:] }
        do {
            return try recordedMigrations(on: connection)
        } catch let error where error.sqlstate == "42501" {
            throw LedgerError.noRight(
                role: connection.user,
                missing: ["USAGE on schema entremise", "SELECT on entremise.migration"])
        }
    }

    private func recordedMigrations(on connection: borrowing Connection) throws(PostgresError)
        -> [Int: (name: String, checksum: [UInt8])]
    {
        var known: [Int: (name: String, checksum: [UInt8])] = [:]
        try connection.rows(of: "SELECT number, name, checksum FROM entremise.migration")
            .forEach { row throws(PostgresError) in
                let number: Int = try row.value("number")
                known[number] = (try row.value("name"), try row.value("checksum"))
            }
        return known
    }

    private func state(
        of known: [Int: (name: String, checksum: [UInt8])], against migrations: [Migration]
    ) -> SchemaState {
        guard let found = known.keys.max() else { return .missing }
        let latest = migrations.last?.number ?? 0
        if found > latest { return .newer(found: found, known: latest) }
        for migration in migrations {
            guard let row = known[migration.number] else {
                return .older(found: found, expected: latest)
            }
            if !migration.accepts(row.checksum) {
                return .altered(number: migration.number, name: migration.name)
            }
        }
        return .current(latest)
    }

    private func execute(_ sql: String, named name: String, on connection: borrowing Connection)
        throws
    {
        do {
            try connection.script(sql)
        } catch let error where error.sqlstate == "42501" {
            throw LedgerError.mayNotMigrate(
                role: connection.user, reason: "\(name): \(error.description)", statements: [])
        } catch {
            throw LedgerError.migrationFailed(name: name, reason: error.description)
        }
    }
}

extension LedgerError {
    /// Whether a database in this state must not be migrated.
    fileprivate var refuses: Bool {
        switch self {
        case .schemaNewer, .migrationAltered: true
        default: false
        }
    }
}
