internal import Market
internal import Postgres

extension Ledger {
    /// References of members that count on a day, by member, the last year first, then by id.
    ///
    /// Those that ended earlier, or in a year after the day's, are not read. A reference that makes
    /// no sense is set aside, a code that is none by itself.
    func references(
        asOf: Day, on connection: borrowing Connection, faults: inout [SetAside]
    ) throws -> [String: [Reference]] {
        let rows = try connection.rows(
            of: """
                SELECT id, member_id, title, client, year, amount::text AS amount,
                    array_remove(cpv, NULL) AS cpv,
                    ARRAY(
                        SELECT shown.skill_id FROM network.reference_skill AS shown
                        WHERE shown.reference_id = reference.id
                        ORDER BY shown.skill_id COLLATE "C"
                    ) AS skills
                FROM network.reference
                WHERE year <= \(asOf.year)
                ORDER BY year DESC, id COLLATE "C"
                """)
        var references: [String: [Reference]] = [:]
        var found: [SetAside] = []
        try rows.forEach { row throws(PostgresError) in
            let member: String = try row.value("member_id")
            guard let reference = try Reference(row, faults: &found),
                reference.isWithin(Reference.yearsThatCount, yearsOf: asOf)
            else { return }
            references[member, default: []].append(reference)
        }
        faults += found
        return references
    }
}

extension Reference {
    /// Reads a reference; nil where the row as a whole cannot be used.
    fileprivate init?(_ row: borrowing Row, faults: inout [SetAside]) throws(PostgresError) {
        let id: String = try row.value("id")
        func refuse(_ field: String, _ fault: SetAside.Fault) {
            faults.append(SetAside(source: "reference", id: id, field: field, fault: fault))
        }
        let year: Int = try row.value("year")
        guard year >= 1900 else {
            refuse("year", .unreadable(expected: .a(.year)))
            return nil
        }
        var amount: Money?
        if let digits: String = try row.optional("amount") {
            guard let euros = Double(digits), euros.isFinite, let money = Money(euros: euros) else {
                refuse("amount", .unreadable(expected: .a(.amount)))
                return nil
            }
            guard money.cents >= 0 else {
                refuse("amount", .negative(found: digits))
                return nil
            }
            amount = money
        }
        var codes: Set<String> = []
        for text: String in try row.value("cpv") as [String] {
            if let code = ProcurementCode(text.trimmed) {
                codes.insert(code.digits)
            } else {
                refuse("cpv", .unreadable(expected: .a(.procurementCodes)))
            }
        }
        self.init(
            id: id, title: try row.value("title"), client: try row.value("client"), year: year,
            amount: amount, codes: codes.sorted().compactMap { ProcurementCode($0) },
            skills: try row.value("skills"))
    }
}
