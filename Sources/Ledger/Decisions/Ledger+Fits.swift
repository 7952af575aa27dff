public import Learning
public import Market
internal import Postgres

extension Ledger {
    /// Records what decisions taught.
    ///
    /// - Returns: The fit with its number.
    @discardableResult
    public func record(
        _ fit: WeightFit, of job: String, before: [SignalKind: Double], programVersion: String
    ) throws(LedgerError) -> RecordedFit {
        try requireSchema()
        let id = try guarded { connection in
            try connection.first(
                """
                INSERT INTO entremise.weight_fit (
                    network, job, data_hash, accepted, declined, needs, left_out, shipped, before, learned,
                    spread, loss_of_base_rate, loss_before, loss_after, standard_error, is_adopted,
                    program_version
                ) VALUES (
                    \(network.key), \(job), \(fit.dataHash), \(fit.accepted), \(fit.declined), \(fit.needs),
                    \(fit.leftOut), \(try Self.json(fit.shipped)), \(try Self.json(before)),
                    \(try Self.json(fit.learned)), \(fit.priorDeviation), \(fit.lossOfBaseRate),
                    \(fit.lossBefore), \(fit.lossAfter), \(fit.standardError), \(fit.isAdopted),
                    \(programVersion)
                )
                RETURNING id
                """, as: Int.self)
        }
        guard let recorded = try fits(of: job, shipped: fit.shipped).first(where: { $0.id == id })
        else { throw .unreadable("Expected the fit that was just recorded") }
        return recorded
    }

    /// Every fit of a job, the last one first.
    ///
    /// - Parameters:
    ///   - job: Name of the job.
    ///   - shipped: The job file's weights: a fit that was pulled to others is not in force.
    public func fits(
        of job: String, shipped: [SignalKind: Double]
    ) throws(LedgerError) -> [RecordedFit] {
        try requireSchema()
        let shares = shipped.asShares
        return try guarded { connection in
            let rows = try connection.rows(
                of: """
                    SELECT id, job, data_hash, accepted, declined, needs, left_out, shipped, before,
                        learned, loss_of_base_rate, loss_before, loss_after, standard_error,
                        is_adopted, program_version,
                        to_char(fitted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                            AS fitted_at,
                        to_char(reverted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                            AS reverted_at
                    FROM entremise.weight_fit
                    WHERE network = \(network.key) AND job = \(job)
                    ORDER BY id DESC
                    """)
            var isTaken = false
            return try rows.map { row throws(any Error) in
                let held = try Self.weights(row.value("shipped"))
                let revertedAt: String? = try row.optional("reverted_at")
                let isAdopted: Bool = try row.value("is_adopted")
                let isInForce =
                    !isTaken && isAdopted && revertedAt == nil && Self.isSame(held, shares)
                isTaken = isTaken || isInForce
                return RecordedFit(
                    id: try row.value("id"), job: try row.value("job"),
                    dataHash: try row.value("data_hash"), accepted: try row.value("accepted"),
                    declined: try row.value("declined"), needs: try row.value("needs"),
                    leftOut: try row.value("left_out"), shipped: held,
                    before: try Self.weights(row.value("before")),
                    learned: try Self.weights(row.value("learned")),
                    lossOfBaseRate: try row.value("loss_of_base_rate"),
                    lossBefore: try row.value("loss_before"),
                    lossAfter: try row.value("loss_after"),
                    standardError: try row.value("standard_error"), isAdopted: isAdopted,
                    programVersion: try row.value("program_version"),
                    fittedAt: try row.value("fitted_at"), revertedAt: revertedAt,
                    isInForce: isInForce)
            }
        }
    }

    /// The fit that runs of a job use, if any.
    public func fitInForce(
        of job: String, shipped: [SignalKind: Double]
    ) throws(LedgerError) -> RecordedFit? {
        try fits(of: job, shipped: shipped).first(where: \.isInForce)
    }

    /// Takes a fit back: what held before it holds again.
    ///
    /// - Returns: Whether it held until now.
    @discardableResult
    public func revert(_ fit: RecordedFit) throws(LedgerError) -> Bool {
        try requireSchema()
        return try guarded { connection in
            try connection.execute(
                """
                UPDATE entremise.weight_fit SET reverted_at = clock_timestamp()
                WHERE id = \(fit.id) AND is_adopted AND reverted_at IS NULL
                """) == 1
        }
    }

    static func json(_ weights: [SignalKind: Double]) throws -> JSONText {
        try JSONText(
            encoding: Dictionary(
                uniqueKeysWithValues: weights.map { ($0.key.rawValue, $0.value) }))
    }

    static func weights(_ json: JSONText) throws -> [SignalKind: Double] {
        let named: [String: Double] = try json.decoded()
        return Dictionary(
            named.compactMap { name, weight in SignalKind(rawValue: name).map { ($0, weight) } },
            uniquingKeysWith: { first, _ in first })
    }

    private static func isSame(_ one: [SignalKind: Double], _ other: [SignalKind: Double]) -> Bool {
        SignalKind.allCases.allSatisfy { abs((one[$0] ?? 0) - (other[$0] ?? 0)) < 1e-9 }
    }
}
