internal import Foundation
internal import Market
internal import Postgres

extension Ledger {
    /// Writes all that a run found in one transaction, closes the run, tells whoever listens and
    /// unlocks the job.
    ///
    /// Proposals that are as they were write nothing; those that changed are closed and written
    /// anew; those no longer made are closed. A failure leaves everything as it was, and the run
    /// still running.
    ///
    /// - Parameters:
    ///   - run: A run that is running.
    ///   - results: All that it found.
    ///   - peakBytes: Peak memory of the process, asked for once all is written.
    /// - Returns: What was written, against what was in force before.
    /// - Throws: ``LedgerError/notRunning(run:)``.
    @discardableResult
    public func complete(
        _ run: RunHandle, with results: RunResults, peakBytes: () -> Int
    ) throws(LedgerError) -> RunCounts {
        let counts = try guarded { connection in
            try connection.transaction { connection in
                let clock = ContinuousClock()
                let start = clock.now
                try requireRunning(run, on: connection)
                let counts = try write(proposalsOf: results, of: run, on: connection)
                try write(results.waits, of: run, on: connection)
                try write(results.outcomes, of: run, on: connection)
                try write(results.setAside, of: run, on: connection)
                if let scores = results.scores { try write(scores, of: run, on: connection) }
                let seconds = start.duration(to: clock.now) / .seconds(1)
                let stage = RecordedRun.Stage(
                    name: "write", count: counts.written, seconds: seconds,
                    peakBytes: peakBytes())
                try close(run, with: results, stages: results.stages + [stage], on: connection)
                try notify(of: run, counts, on: connection)
                return counts
            }
        }
        try guarded { connection in
            try connection.advisoryUnlock(Lock.job(run.job, of: network.key))
        }
        return counts
    }

    private func requireRunning(_ run: RunHandle, on connection: borrowing Connection) throws {
        let status = try connection.first(
            "SELECT status FROM entremise.run WHERE id = \(run.id) FOR UPDATE", as: String.self)
        guard status == "running" else { throw LedgerError.notRunning(run: run.id) }
    }

    private func close(
        _ run: RunHandle, with results: RunResults, stages: [RecordedRun.Stage],
        on connection: borrowing Connection
    ) throws {
        let labels = results.skills.mapValues { ["fr": $0.french, "en": $0.english] }
        try connection.execute(
            """
            UPDATE entremise.run
            SET status = 'completed', ended_at = clock_timestamp(),
                input_hash = \(results.inputHash), stages = \(try JSONText(encoding: stages)),
                labels = \(try JSONText(encoding: labels)),
                figures = \(results.figures.map { JSONText($0) }),
                configuration_hash =
                    coalesce(\(results.settings?.configurationHash), configuration_hash),
                settings_hash = \(results.settings?.settingsHash),
                weights = \(try results.settings.map { try Self.json($0.weights) }),
                weight_fit_id = \(results.settings?.fit),
                rows_read = \(try results.rowsRead.map { try JSONText(encoding: $0) })
            WHERE id = \(run.id)
            """)
    }

    private func write(
        _ outcomes: [NeedOutcome], of run: RunHandle, on connection: borrowing Connection
    ) throws {
        try connection.copyIn(
            "entremise.need_outcome", rows: outcomes,
            columns: [
                .column("run_id", always: run.id),
                .column("need_id") { $0.need },
                .column("title") { $0.title },
                .column("considered") { $0.considered },
                .column("eligible") { $0.eligible },
                .column("suggested") { $0.suggested },
                .column("excluded") { $0.excludedJSON },
                .column("reason_fr") { $0.reason[.french] },
                .column("reason_en") { $0.reason[.english] },
            ])
    }

    private func write(
        _ setAside: [SetAside], of run: RunHandle, on connection: borrowing Connection
    ) throws {
        try connection.copyIn(
            "entremise.set_aside", rows: setAside.enumerated(),
            columns: [
                .column("run_id", always: run.id),
                .column("position") { $0.offset + 1 },
                .column("source") { $0.element.source },
                .column("id") { $0.element.id },
                .column("field") { $0.element.field },
                .column("fault") { try JSONText(encoding: $0.element.fault) },
            ])
    }
}

extension NeedOutcome {
    /// How many candidates each rule excluded. Names of rules are letters: nothing in them need be
    /// escaped.
    fileprivate var excludedJSON: JSONText {
        let members = excluded.map { "\"\($0.key.rawValue)\":\($0.value)" }
        return JSONText("{\(members.sorted().joined(separator: ","))}")
    }
}

extension JSONText {
    /// JSON with its keys in order.
    init(encoding value: some Encodable) throws {
        self.init(try JSONEncoder.sorted().text(of: value))
    }

    /// The value that the JSON stands for.
    func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
