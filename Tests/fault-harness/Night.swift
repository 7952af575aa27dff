import Foundation
import Jobs
import Postgres
import TestSupport

/// The command on a database of its own, and what it leaves there.
struct Night {
    static let day = "2026-11-23"
    /// The name of its sessions.
    static let session = "night"

    let command: Command
    /// The way to the database that nothing stands in.
    let conninfo: String

    /// - Parameters:
    ///   - conninfo: The way to the database that nothing stands in.
    ///   - way: The command's own way.
    ///   - settings: Variables of the environment.
    init(
        on conninfo: String, by way: String? = nil,
        settings: [String: String] = ["ENTREMISE_ENCODER_KIND": "words"]
    ) throws {
        self.conninfo = conninfo
        command = try Command(
            conninfo: (way ?? conninfo) + " application_name=\(Night.session)",
            settings: settings.merging(["ENTREMISE_SOLVE_SECONDS": "600"]) { $1 })
        // Bids of fewer nodes are made as the others are, in less time; the clock is not to end them, as a
        // search that it ends may end elsewhere the next time.
        let tenders = command.home.appending(path: "jobs/tenders.yaml")
        let text = try String(contentsOf: tenders, encoding: .utf8)
        try Data(text.replacing(/nodes: \d+/, with: "nodes: 20").utf8).write(to: tenders)
    }

    /// Arguments of the steps of a night.
    static func arguments(_ step: String) -> [String] {
        [step] + (step == "run" ? ["--accept-shrink"] : []) + ["--as-of", day]
    }

    func run(_ arguments: [String], within seconds: Double = 120) throws -> Ended {
        try ended(command.start(arguments), within: seconds)
    }

    /// Waits for a command; one that does not end is killed.
    func ended(_ running: Command.Running, within seconds: Double = 120) throws -> Ended {
        let start = Date()
        while running.process.isRunning, -start.timeIntervalSinceNow < seconds { usleep(2_000) }
        let isOverdue = running.process.isRunning
        let took = -start.timeIntervalSinceNow
        if isOverdue { kill(running.process.processIdentifier, SIGKILL) }
        running.process.waitUntilExit()
        let isOfSignal = running.process.terminationReason == .uncaughtSignal
        let status = running.process.terminationStatus
        let ended = Ended(
            code: isOfSignal ? nil : status, signal: isOfSignal ? status : nil,
            isOverdue: isOverdue, seconds: took,
            output: String(decoding: try Data(contentsOf: running.output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: running.errors), as: UTF8.self))
        try FileManager.default.removeItem(at: running.output.deletingLastPathComponent())
        return ended
    }

    /// What a night would find, as JSON without times and counts of work.
    func found(isFull: Bool) throws -> (text: String, ended: Ended) {
        let ended = try run(
            Night.arguments("run") + ["--dry-run", "--json"] + (isFull ? ["--full"] : []))
        let parsed = try? JSONSerialization.jsonObject(with: Data(ended.output.utf8))
        let runs = (parsed as? [[String: Any]] ?? []).map { $0.filter { $0.key != "stages" } }
        let data = try JSONSerialization.data(withJSONObject: runs, options: [.sortedKeys])
        return (String(decoding: data, as: UTF8.self), ended)
    }

    /// Changes rates, texts and levels of some rows, so that there is news.
    func change(_ random: inout SeededGenerator) throws {
        let connection = try Connection(conninfo: conninfo)
        let salt = "\(UInt64.random(in: 0...UInt64.max, using: &random))"
        func some(_ column: String, _ share: Int) -> Query {
            "abs(hashtext(\(raw: column) || \(salt))) % \(share) = 0"
        }
        try connection.execute(
            """
            UPDATE network.member SET daily_rate = daily_rate + 1, about = about || ' audit'
            WHERE \(some("id", 15))
            """)
        try connection.execute(
            "UPDATE network.mission SET title = title || '.' WHERE \(some("id", 6))")
        try connection.execute(
            "UPDATE network.service SET title = title || '.' WHERE \(some("id", 6))")
        try connection.execute(
            """
            UPDATE network.member_skill SET level = 1 + abs(hashtext(\(salt) || skill_id)) % 5
            WHERE \(some("member_id || skill_id", 12))
            """)
        try connection.execute(
            "UPDATE network.lot SET budget = budget + 100 WHERE \(some("id", 6))")
    }
}

/// How a command ended.
struct Ended {
    /// Its exit code; nil where a signal ended it.
    let code: Int32?
    let signal: Int32?
    /// Whether it had to be killed.
    let isOverdue: Bool
    let seconds: Double
    let output: String
    let errors: String

    /// What is wrong with how it ended.
    ///
    /// - Parameters:
    ///   - name: The command.
    ///   - codes: Exit codes that are right here.
    ///   - signals: Signals that may end it.
    func faults(_ name: String, codes: Set<Int32>, signals: Set<Int32> = []) -> [String] {
        let said = errors.suffix(600)
        if isOverdue { return ["\(name) did not end; it said: \(said)"] }
        if let signal {
            return signals.contains(signal) ? [] : ["\(name) ended by signal \(signal): \(said)"]
        }
        guard let code, codes.contains(code) else {
            return ["\(name) ended with \(code ?? -1): \(said)"]
        }
        let isSaid =
            errors.hasPrefix("entremise: ") || errors.hasPrefix("Error: ")
            || output.contains("✗")
        if code != 0, !isSaid { return ["\(name) ended with \(code) and did not say why: \(said)"] }
        return errors.contains("Fatal error") ? ["\(name) said: \(said)"] : []
    }

    /// Every code that the help lists.
    static let documented = Set(Jobs.ExitCode.allCases.map(\.rawValue))
}
