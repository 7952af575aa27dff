/// What the queries of a job return, counted before any night: how much of it can be used, and what
/// the rest lacks.
public struct JobSurvey: Sendable, Hashable, Codable {
    /// Name of the job.
    public let name: String
    public let needs: Side
    public let candidates: Side
    /// nil for jobs that form no bids.
    public let tenders: Rows?
    /// Needs and tenders whose deadline is past; a night leaves them out, and the counts above do too.
    public let past: Found
    /// Rows, and parts of rows, that make no sense, by what is wrong, the most first.
    public let setAside: [Reason]
    /// Skills that needs or candidates name and nobody defined, the most named first.
    public let unknownSkills: [UnknownSkill]
    /// Owners of needs who are neither members nor behind a candidate.
    public let unknownOwners: Found
    /// Members behind candidates who are not among the network's members.
    public let unknownMembers: Found
    /// Members known to the network.
    public let members: Int
    public let addresses: Addresses

    /// Rows of a query.
    public struct Rows: Sendable, Hashable, Codable {
        /// Rows that the query returned.
        public let rows: Int
        /// Those that a night can use.
        public let used: Int

        public init(rows: Int, used: Int) {
            self.rows = rows
            self.used = used
        }

        /// Those that a night leaves out.
        public var lost: Int { max(0, rows - used) }
    }

    /// Rows of needs or of candidates, and the share of those used, 0 to 1, that says something.
    public struct Side: Sendable, Hashable, Codable {
        public let rows: Int
        public let used: Int
        /// With at least one skill.
        public let skills: Double
        /// With a text beside the title.
        public let texts: Double
        /// With coordinates.
        public let coordinates: Double
        /// With dates: a window of work, or availabilities.
        public let dates: Double

        init<Row>(
            _ values: [Row], returned: Int, skills: (Row) -> Bool, text: (Row) -> String,
            isPlaced: (Row) -> Bool, isDated: (Row) -> Bool
        ) {
            func share(_ isSo: (Row) -> Bool) -> Double {
                values.isEmpty ? 0 : Double(values.count(where: isSo)) / Double(values.count)
            }
            rows = returned
            used = values.count
            self.skills = share(skills)
            texts = share { !text($0).isBlank }
            coordinates = share(isPlaced)
            dates = share(isDated)
        }
    }

    /// What is wrong with some rows in the same way.
    public struct Reason: Sendable, Hashable, Codable {
        /// How many.
        public let count: Int
        /// The first of them.
        public let example: SetAside

        /// Where it is, which field, and the case of its fault.
        struct Kind: Hashable {
            let source, field, fault: String

            init(_ row: SetAside) {
                source = row.source
                field = row.field
                fault = row.fault.name
            }
        }
    }

    /// A skill that is named and not defined.
    public struct UnknownSkill: Sendable, Hashable, Codable {
        /// The id that is named.
        public let skill: String
        /// How often.
        public let count: Int
        /// Who names it: the id of a need or a candidate.
        public let example: String
    }

    /// Ids, counted.
    public struct Found: Sendable, Hashable, Codable {
        public let count: Int
        /// The first of them by id, three at most.
        public let examples: [String]

        public init(_ ids: some Sequence<String>) {
            let ids = Set(ids).sorted()
            count = ids.count
            examples = Array(ids.prefix(3))
        }
    }

    /// Addresses of those whom the digest of the job is for.
    public struct Addresses: Sendable, Hashable, Codable {
        /// Members who want to hear, and have no address.
        public let missing: Found
        /// Members whose address no mail can reach.
        public let malformed: Found
        /// Members from whose address mail came back.
        public let bounced: Found

        public init(missing: Found, malformed: Found, bounced: Found) {
            self.missing = missing
            self.malformed = malformed
            self.bounced = bounced
        }
    }

    /// - Parameters:
    ///   - job: Name of the job.
    ///   - snapshot: What its queries returned.
    ///   - members: Ids of the network's members.
    ///   - addresses: Addresses of those whom its digest is for.
    public init(of job: String, in snapshot: Snapshot, members: Set<String>, addresses: Addresses) {
        name = job
        self.members = members.count
        self.addresses = addresses
        func returned(_ source: String, _ used: Int, past: Int = 0) -> Int {
            snapshot.rowsReturned[source].map { $0 - past } ?? used
        }
        needs = Side(
            snapshot.needs,
            returned: returned(
                "needs", snapshot.needs.count, past: snapshot.pastNeeds.count),
            skills: { !$0.skills.isEmpty }, text: \.text, isPlaced: { $0.place != nil },
            isDated: { $0.window != nil })
        candidates = Side(
            snapshot.candidates, returned: returned("candidates", snapshot.candidates.count),
            skills: { !$0.skills.isEmpty }, text: \.text, isPlaced: { $0.place != nil },
            isDated: { !$0.calendar.availabilities.isEmpty })
        tenders = snapshot.rowsReturned["tenders"].map {
            Rows(rows: $0 - snapshot.pastTenders.count, used: snapshot.tenders.count)
        }
        past = Found((snapshot.pastTenders.merging(snapshot.pastNeeds) { day, _ in day }).keys)
        setAside = Dictionary(grouping: snapshot.setAside, by: Reason.Kind.init).values
            .map { Reason(count: $0.count, example: $0[0]) }
            .sorted { one, other in
                (other.count, one.example.source, one.example.field, one.example.fault.name)
                    < (
                        one.count, other.example.source, other.example.field,
                        other.example.fault.name
                    )
            }
        unknownSkills = Self.unknownSkills(snapshot.setAside)
        let behind = snapshot.candidates.map(\.member)
        unknownMembers = Found(behind.filter { !members.contains($0) })
        let known = members.union(behind)
        unknownOwners = Found(snapshot.needs.compactMap(\.owner).filter { !known.contains($0) })
    }

    private static func unknownSkills(_ rows: [SetAside]) -> [UnknownSkill] {
        var named: [String: [String]] = [:]
        for row in rows {
            guard case .unknownSkill(let skill) = row.fault else { continue }
            let owner =
                row.id.hasSuffix("/" + skill) ? row.id.dropLast(skill.count + 1) : row.id[...]
            named[skill, default: []].append(String(owner))
        }
        return named.map { skill, rows in
            UnknownSkill(skill: skill, count: rows.count, example: rows[0])
        }.sorted { ($1.count, $0.skill) < ($0.count, $1.skill) }
    }
}

extension SetAside.Fault {
    /// What the case is called, without what was found.
    public var name: String {
        switch self {
        case .negative: "negative"
        case .notPositive: "notPositive"
        case .reversedDates: "reversedDates"
        case .level: "level"
        case .unknownSkill: "unknownSkill"
        case .refusesSelf: "refusesSelf"
        case .offTheGlobe: "offTheGlobe"
        case .nothingToMatch: "nothingToMatch"
        case .tooLong: "tooLong"
        case .duplicate: "duplicate"
        case .unreadable: "unreadable"
        }
    }
}
