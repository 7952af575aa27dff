/// How the database's schema compares with the program's.
public enum SchemaState: Sendable, Hashable {
    /// The database has had no migration.
    case missing
    /// The database lacks migrations.
    case older(found: Int, expected: Int)
    /// All is as the program has it.
    case current(Int)
    /// The database had migrations that the program does not know.
    case newer(found: Int, known: Int)
    /// A migration that was applied differs from the program's.
    case altered(number: Int, name: String)

    /// The error that a run meets, if any.
    public var error: LedgerError? {
        switch self {
        case .missing: .schemaMissing
        case .older(let found, let expected): .schemaOlder(found: found, expected: expected)
        case .current: nil
        case .newer(let found, let known): .schemaNewer(found: found, known: known)
        case .altered(let number, let name): .migrationAltered(number: number, name: name)
        }
    }
}
