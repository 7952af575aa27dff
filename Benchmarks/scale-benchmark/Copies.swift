internal import Foundation
internal import Hashing
internal import Jobs
internal import Ledger
internal import Market
internal import Postgres
internal import Settings

/// psql's binary COPY of the rows that a run reads and writes.
struct Copies {
    let conninfo: String
    let job: JobFile
    let asOf: Day
    /// Whether the run found what a night before had kept, and read it as well.
    let hadKept: Bool

    /// - Parameters:
    ///   - summary: What the run took.
    ///   - model: Whose vectors it read.
    func print(beside summary: RunSummary, model: String) throws {
        let day = "DATE '\(asOf)'"
        func query(_ sql: String) -> String {
            var text = sql.trimmingCharacters(in: .whitespacesAndNewlines)
            while text.hasSuffix(";") { text.removeLast() }
            return text.replacing("$1", with: day)
        }
        let candidates = try psql(
            "COPY (\(query(job.candidates.text))\n) TO STDOUT (FORMAT binary)")
        let needs = try psql("COPY (\(query(job.needs.text))\n) TO STDOUT (FORMAT binary)")
        let kept = try hadKept ? kept() : .zero
        let vectors = try psql(
            "COPY (SELECT hash, values FROM entremise.vector) TO STDOUT (FORMAT binary)")
        let rows = try readVectors(of: model)
        let written = try written()
        Swift.print(
            """
            psql, binary COPY of the same rows:
              candidates \(candidates.formatted), needs \(needs.formatted), what the night before \
            kept \(kept.formatted); this program reads at \
            \(ratio(candidates + needs + kept, summary.seconds("read"))) of that speed
              vectors \(vectors.formatted); this program reads the rows at \
            \(ratio(vectors, rows / .seconds(1))), and at \
            \(ratio(vectors, summary.seconds("encode"))) with the stage that they belong to: texts \
            prepared and hashed, room made and filled
              what the run wrote \(written.formatted); this program writes at \
            \(ratio(written, summary.seconds("write")))
            """)
    }

    /// How long it takes to copy what a run reads of the night before.
    private func kept() throws -> Duration {
        try ["scored_market", "scored_need", "scored_candidate"].reduce(.zero) {
            try $0 + psql("COPY (SELECT * FROM entremise.\($1)) TO STDOUT (FORMAT binary)")
        }
    }

    /// How long the program takes to read all vectors, and to do nothing with them.
    private func readVectors(of model: String) throws -> Duration {
        let connection = try Connection(conninfo: conninfo)
        var hashes: [Hash] = []
        try connection.rows(of: "SELECT hash FROM entremise.vector").forEach {
            row throws(PostgresError) in
            if let hash = Hash(bytes: try row.value("hash", as: [UInt8].self)) {
                hashes.append(hash)
            }
        }
        let ledger = Ledger(connection)
        var bytes = 0
        return try ContinuousClock().measure {
            try ledger.readVectors(model: model, hashes: hashes) { bytes += $1.count }
        }
    }

    /// How long it takes to copy all that the run wrote into tables of the same form and indexes.
    private func written() throws -> Duration {
        let tables: [(name: String, rows: String)] = [
            ("proposal", ""), ("party", ""), ("wait", ""),
            ("need_outcome", "WHERE run_id = (SELECT max(id) FROM entremise.run)"),
            ("scored_market", ""), ("scored_need", ""), ("scored_candidate", ""),
        ]
        let file = FileManager.default.temporaryDirectory.appending(path: "copy-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        var took = Duration.zero
        for table in tables {
            _ = try psql(
                "COPY (SELECT * FROM entremise.\(table.name) \(table.rows)) TO STDOUT (FORMAT binary)",
                to: file)
            let copy = "public.\(table.name)_copy"
            _ = try psql(
                """
                SET client_min_messages = warning;
                DROP TABLE IF EXISTS \(copy);
                CREATE TABLE \(copy) (LIKE entremise.\(table.name) INCLUDING ALL)
                """)
            took += try psql("COPY \(copy) FROM STDIN (FORMAT binary)", from: file)
            _ = try psql("DROP TABLE \(copy)")
        }
        return took
    }

    private func ratio(_ copy: Duration, _ own: Double) -> String {
        "\(((copy / .seconds(1)) / max(own, 1e-9) * 100).rounded() / 100)"
    }

    private func psql(
        _ sql: String, from input: String? = nil, to output: String? = nil
    ) throws -> Duration {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", conninfo, "-c", sql,
        ]
        if let input { process.standardInput = FileHandle(forReadingAtPath: input) }
        if let output { _ = FileManager.default.createFile(atPath: output, contents: nil) }
        process.standardOutput = FileHandle(forWritingAtPath: output ?? "/dev/null")
        let clock = ContinuousClock()
        return try clock.measure {
            try process.run()
            process.waitUntilExit()
            guard process.terminationStatus == 0 else { throw ScaleError.failed("psql") }
        }
    }
}
