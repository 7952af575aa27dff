internal import Hashing

/// A numbered step of the schema, embedded in the program.
struct Migration: Sendable {
    let number: Int
    let name: String
    let sql: String
    let checksum: Hash
    /// Checksums under which it was applied before its file was written otherwise, in hexadecimal: the
    /// tables that it makes are the same.
    let formerly: Set<String>

    init(_ number: Int, _ name: String, _ bytes: [UInt8], formerly: Set<String> = []) {
        self.number = number
        self.name = name
        sql = String(decoding: bytes, as: UTF8.self)
        checksum = Hash(of: bytes)
        self.formerly = formerly
    }

    /// Whether a checksum of the database is that of this migration.
    func accepts(_ bytes: [UInt8]) -> Bool {
        guard let found = Hash(bytes: bytes) else { return false }
        return found == checksum || formerly.contains(found.description)
    }

    /// Every migration, ascending by number.
    static let all: [Migration] = [
        Migration(
            1, "0001_network", PackageResources._001_network_sql,
            // When it made its schema itself.
            formerly: ["71abb28b4d648dae46c08b96cefbd84d96246568ddd7985a0216930aa7565ccc"]),
        Migration(2, "0002_entremise", PackageResources._002_entremise_sql),
        Migration(3, "0003_fairness", PackageResources._003_fairness_sql),
        Migration(4, "0004_weight_fit", PackageResources._004_weight_fit_sql),
        Migration(5, "0005_bids", PackageResources._005_bids_sql),
        Migration(6, "0006_thesaurus", PackageResources._006_thesaurus_sql),
        Migration(7, "0007_scored", PackageResources._007_scored_sql),
        Migration(10, "0010_bid_decisions", PackageResources._010_bid_decisions_sql),
        Migration(11, "0011_references", PackageResources._011_references_sql),
        Migration(12, "0012_additions", PackageResources._012_additions_sql),
        Migration(13, "0013_kept_tallies", PackageResources._013_kept_tallies_sql),
    ]

    /// What must be there before any migration is looked at; harmless where it is.
    static let ground = String(decoding: PackageResources._000_ledger_sql, as: UTF8.self)

    /// Number of the last migration.
    static var latest: Int { all.last?.number ?? 0 }
}
