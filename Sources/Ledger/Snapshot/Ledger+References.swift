internal import Market
internal import Postgres

extension Ledger {
    /// References of members that count on a day, by member, the last year first, then by id.
    ///
    /// Those that ended earlier, or in a year after the day's, are not read. A reference that makes
    /// no sense is set aside, a code that is none by itself.
    func references(
        of query: CheckedQuery, asOf: Day, faults: inout [SetAside],
        on connection: borrowing Connection
    ) throws -> [String: [Reference]] {
        let rows = try rows(of: query, calling: "reference", asOf: asOf, on: connection) { row in
            MemberReference(&row, asOf: asOf)
        }
        faults += rows.faults
        return Dictionary(grouping: rows.values, by: \.member).mapValues { references in
            // Those of one year stay in the order of their ids.
            references.map(\.reference).enumerated().sorted {
                ($1.element.year, $0.offset) < ($0.element.year, $1.offset)
            }.map(\.element)
        }
    }

    private struct MemberReference: Identifiable {
        let member: String
        let reference: Reference
        var id: String { reference.id }

        init?(_ row: inout Fields, asOf: Day) {
            let year = row.integer(.year, .any) ?? 0
            guard year <= asOf.year else { return nil }
            member = row.reference(.member)
            guard let reference = Reference(&row, year: year),
                reference.isWithin(Reference.yearsThatCount, yearsOf: asOf)
            else { return nil }
            self.reference = reference
        }
    }
}

extension Reference {
    /// Reads a reference; nil where the row as a whole cannot be used.
    fileprivate init?(_ row: inout Fields, year: Int) {
        if year < 1900 { row.refuse(.year, .unreadable(expected: "a year of four digits")) }
        let amount = row.money(.amount, .notNegative)
        var codes: Set<String> = []
        for text in row.texts(.cpv) {
            if let code = ProcurementCode(text.trimmed) {
                codes.insert(code.digits)
            } else {
                row.drop(.cpv, .unreadable(expected: "CPV codes of eight digits"))
            }
        }
        let title = row.text(.title)
        let client = row.text(.client)
        if row.isBroken { return nil }
        self.init(
            id: row.id, title: title, client: client, year: year, amount: amount,
            codes: codes.sorted().compactMap { ProcurementCode($0) }, skills: row.texts(.skills))
    }
}
