internal import Hashing

/// Keys of the advisory locks that the ledger takes.
enum Lock {
    /// Held while a migration is applied.
    static let migration = key(for: "entremise.migration")
    /// Held while vectors are stored.
    static let vectors = key(for: "entremise.vector")
    /// Held while a network is imported.
    static let importing = key(for: "entremise.import")

    /// Held for as long as a job runs.
    static func job(_ name: String, of network: String) -> Int64 {
        key(for: "entremise.job.\(network.isEmpty ? "" : "\(network)/")\(name)")
    }

    /// The first eight bytes of the name's SHA-256.
    private static func key(for name: String) -> Int64 {
        let bits = Hash(of: name).bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int64(bitPattern: bits)
    }
}
