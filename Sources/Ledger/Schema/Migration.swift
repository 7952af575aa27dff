internal import Hashing

/// A numbered step of the schema, embedded in the program.
struct Migration: Sendable {
    let number: Int
    let name: String
    let sql: String
    let checksum: Hash

    init(_ number: Int, _ name: String, _ bytes: [UInt8]) {
        self.number = number
        self.name = name
        sql = Self.withoutSchemas(String(decoding: bytes, as: UTF8.self))
        checksum = Hash(of: bytes)
    }

    /// The text without the statements that make a schema: an administrator may have made it before,
    /// and otherwise ``ground`` does.
    private static func withoutSchemas(_ sql: String) -> String {
        sql.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("CREATE SCHEMA ") && !$0.hasPrefix("COMMENT ON SCHEMA ") }
            .joined(separator: "\n")
    }

    /// Whether a checksum of the database is that of this migration.
    func accepts(_ bytes: [UInt8]) -> Bool { Hash(bytes: bytes) == checksum }

    /// Every migration, ascending by number.
    static let all: [Migration] = [
        Migration(1, "0001_network", PackageResources._001_network_sql),
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
        Migration(14, "0014_proposals", PackageResources._014_proposals_sql),
        Migration(15, "0015_run_settings", PackageResources._015_run_settings_sql),
        Migration(16, "0016_results_back", PackageResources._016_results_back_sql),
        Migration(17, "0017_rows_read", PackageResources._017_rows_read_sql),
        Migration(18, "0018_pages", PackageResources._018_pages_sql),
        Migration(19, "0019_networks", PackageResources._019_networks_sql),
        Migration(20, "0020_results", PackageResources._020_results_sql),
        Migration(21, "0021_text_languages", PackageResources._021_text_languages_sql),
        Migration(22, "0022_locales", PackageResources._022_locales_sql),
        Migration(23, "0023_keeping", PackageResources._023_keeping_sql),
    ]

    /// What must be there before any migration is looked at; harmless where it is.
    static let ground = String(decoding: PackageResources._000_ledger_sql, as: UTF8.self)

    /// Number of the last migration.
    static var latest: Int { all.last?.number ?? 0 }
}
