public import Market
internal import Postgres

extension Ledger {
    /// Reads everything that a run of a job needs, as of one instant.
    ///
    /// Rows come in the order of their ids, so the answer does not depend on how the tables lie.
    /// Rows that make no sense are set aside and the rest goes on; see <doc:Ledger> for which.
    ///
    /// - Parameters:
    ///   - queries: The job's queries.
    ///   - asOf: The day that queries take for today, as `$1`.
    /// - Throws: ``LedgerError/queryRefused(file:line:reason:)``,
    ///   ``LedgerError/columnsRefused(_:)`` with all that is wrong in all of the job's queries.
    public func snapshot(of queries: JobQueries, asOf: Day) throws(LedgerError) -> Snapshot {
        try requireSchema()
        return try guarded { connection in
            try reading(connection) { connection in
                try read(queries, asOf: asOf, on: connection)
            }
        }
    }

    /// Checks a job's queries without running them.
    ///
    /// - Throws: As ``snapshot(of:asOf:)`` does.
    public func check(_ queries: JobQueries) throws(LedgerError) {
        try guarded { connection in
            try reading(connection) { connection in
                _ = try checkColumns(of: queries, on: connection)
            }
        }
    }

    private func read(
        _ queries: JobQueries, asOf: Day, on connection: borrowing Connection
    ) throws -> Snapshot {
        let checked = try checkColumns(of: queries, on: connection)
        var snapshot = Snapshot()
        var faults: [SetAside] = []
        snapshot.skills = try skills(
            of: checked.skills, asOf: asOf, faults: &faults, on: connection)
        let places = try places(of: checked.places, asOf: asOf, faults: &faults, on: connection)
        var known = KnownSkills(snapshot.skills.keys)

        var needs = try rows(
            of: checked.needs, calling: "need", asOf: asOf, on: connection
        ) { Need(&$0, skills: &known, places: places) }
        var candidates = try rows(
            of: checked.candidates, calling: "candidate", asOf: asOf, on: connection
        ) { Candidate(&$0, skills: &known, places: places) }
        var members = ConfusableIDs()
        members.sift(&candidates, .member, calling: "candidate", id: \.member)
        members.sift(&needs, .owner, calling: "need", id: \.owner)
        faults += needs.faults + candidates.faults
        snapshot.rowsRead = ["needs": needs.values.count, "candidates": candidates.values.count]
        snapshot.rowsReturned = ["needs": needs.returned, "candidates": candidates.returned]
        if let query = checked.tenders {
            let tenders = try rows(
                of: query, calling: "tender", asOf: asOf, on: connection
            ) { Tender(&$0) }
            faults += tenders.faults
            snapshot.rowsRead["tenders"] = tenders.values.count
            snapshot.rowsReturned["tenders"] = tenders.returned
            (snapshot.needs, snapshot.tenders) = join(
                needs.values, to: tenders.values, refused: tenders.unusable, faults: &faults)
        } else {
            snapshot.needs = needs.values
        }
        snapshot.candidates = candidates.values
        if let query = checked.exclusions {
            snapshot.exclusions = try exclusions(
                of: query, asOf: asOf, faults: &faults, on: connection)
        }
        snapshot.refusals = try refusals(
            of: checked.refusals, asOf: asOf, faults: &faults, on: connection)
        snapshot.collaborations = try collaborations(
            of: checked.collaborations, asOf: asOf, faults: &faults, on: connection)
        if checked.tenders != nil {
            snapshot.references = try references(
                of: checked.references, asOf: asOf, faults: &faults, on: connection)
        }
        try readRecords(
            of: queries, allTenders: checked.allTenders, asOf: asOf, into: &snapshot, on: connection
        )
        snapshot.leaveOutPast(on: asOf)
        snapshot.thesaurus = try thesaurus(on: connection)
        snapshot.setAside = faults
        return snapshot
    }

    /// Reads what earlier runs of the job recorded and people said of it, as far as its verb builds
    /// on that.
    private func readRecords(
        of queries: JobQueries, allTenders: CheckedQuery, asOf: Day,
        into snapshot: inout Snapshot, on connection: borrowing Connection
    ) throws {
        let (job, records) = (queries.job, queries.records)
        snapshot.declinedProposals = try declinedProposals(
            of: job, standing: queries.declined, on: asOf, on: connection)
        for (key, decline) in snapshot.declinedProposals {
            if let pair = key.pair { snapshot.declined[pair] = decline }
        }
        if records.accepted {
            snapshot.accepted = try acceptedProposals(of: job, on: connection)
            if queries.tenders != nil, !snapshot.accepted.isEmpty {
                let accepted = Set(snapshot.accepted.compactMap(\.key.parts.first))
                snapshot.lotWindows = try tenders(of: allTenders, asOf: asOf, on: connection)
                    .filter { accepted.contains($0.key) && !$0.value.isOver }
                    .mapValues(\.windows)
            }
        }
        if records.lastRun {
            snapshot.lastRun = try recordedRuns(
                asOf: asOf, network: "", jobs: [job], on: connection)
        }
        if let role = records.exposedRole {
            snapshot.history = try history(
                of: job, exposing: role, in: snapshot, asOf: asOf, on: connection)
        }
    }

    /// Gives each tender its lots. A lot whose tender was set aside goes with it; one whose tender
    /// the query does not return is set aside itself.
    private func join(
        _ lots: [Need], to tenders: [Tender], refused: Set<Tender.ID>, faults: inout [SetAside]
    ) -> (lots: [Need], tenders: [Tender]) {
        let known = Set(tenders.map(\.id))
        var kept: [Need] = []
        var lotsByTender: [Tender.ID: [Need]] = [:]
        for lot in lots {
            if let tender = lot.tender, known.contains(tender) {
                kept.append(lot)
                lotsByTender[tender, default: []].append(lot)
            } else if lot.tender.map({ !refused.contains($0) }) ?? true {
                faults.append(
                    SetAside(
                        source: "lot", id: lot.id, field: "tender",
                        fault: .unreadable(expected: .a(.tender))))
            }
        }
        let joined = tenders.map { tender in
            var tender = tender
            tender.lots = (lotsByTender[tender.id] ?? [])
                .sorted { ($0.lotNumber ?? 0, $0.id) < ($1.lotNumber ?? 0, $1.id) }.map(\.id)
            return tender
        }
        return (kept, joined)
    }
}
