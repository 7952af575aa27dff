internal import Foundation

/// What a ledger reads a network by: its key, its time zone, its parameters, and the queries that all
/// of its jobs share.
public struct NetworkSource: Sendable, Hashable {
    /// What tells it from other networks of the same database; empty where the installation has one.
    public let key: String
    /// Name of its time zone in the IANA database: where instants have their day, and the zone of the
    /// session while queries run. Nil: the session's own.
    public let timeZone: String?
    /// What queries read with `current_setting('network.NAME')`, by name.
    public let parameters: [String: String]
    public let queries: Queries

    public init(
        key: String = "", timeZone: String? = nil, parameters: [String: String] = [:],
        queries: Queries = Queries()
    ) {
        self.key = key
        self.timeZone = timeZone
        self.parameters = parameters
        self.queries = queries
    }

    /// The queries of what is common to all jobs; those that are not named read the schema `network`.
    public struct Queries: Sendable, Hashable {
        /// Who is written to, how, and whether they want it.
        public var members: JobQueries.File
        /// Labels of skills.
        public var skills: JobQueries.File
        /// Who does not wish to work with whom.
        public var refusals: JobQueries.File
        /// Who worked with whom, and when.
        public var collaborations: JobQueries.File
        /// Coordinates of places, for needs and candidates that name one.
        public var places: JobQueries.File
        /// What members did before, for tenders.
        public var references: JobQueries.File
        /// Every tender, those that are decided too, with the windows of its lots.
        public var tenders: JobQueries.File
        /// Addresses that cannot be reached; nil: none are known.
        public var bounces: JobQueries.File?

        /// The shipped queries.
        public init() {
            func shipped(_ name: String, _ bytes: [UInt8]) -> JobQueries.File {
                JobQueries.File(
                    name: "the shipped query of \(name)",
                    sql: String(decoding: bytes, as: UTF8.self))
            }
            members = shipped("members", PackageResources.members_sql)
            skills = shipped("skills", PackageResources.skills_sql)
            refusals = shipped("refusals", PackageResources.refusals_sql)
            collaborations = shipped("collaborations", PackageResources.collaborations_sql)
            places = shipped("places", PackageResources.places_sql)
            references = shipped("references", PackageResources.references_sql)
            tenders = shipped("tenders", PackageResources.tenders_sql)
            bounces = nil
        }
    }

    /// Settings of a transaction that reads, in the order that they are made.
    var settings: [(name: String, value: String)] {
        var settings = timeZone.map { [(name: "TimeZone", value: $0)] } ?? []
        settings.append((name: "network.key", value: key))
        settings += parameters.sorted { $0.key < $1.key }
            .map { (name: "network.\($0.key)", value: $0.value) }
        return settings
    }
}
