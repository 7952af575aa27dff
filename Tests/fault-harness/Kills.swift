import Foundation
import Postgres
import TestSupport

/// Kills at random moments and at every message that a command sends to the database, and connections
/// that are cut there.
struct Kills {
    /// The commands that are killed, in turn.
    private static let steps = ["run", "report", "digest", "run", "import", "digest"]
    private static let reports = "var/reports/latest"
    private static let outbox = "var/outbox"

    /// How a command is struck.
    private struct Strike {
        let blow: DatabaseProxy.Blow
        /// The message that it is struck at, counted from 1; nil: at a moment.
        let message: Int?
        /// Whether the message is kept from the database at first.
        let isBefore: Bool
        /// The moment, as a share of the time that the command takes.
        let share: Double
    }

    /// What an undisturbed command sends, and takes.
    private struct Size {
        var messages: Int
        var seconds: Double
    }

    func run(_ numbers: Range<Int>, _ tally: inout Tally) async throws {
        guard !numbers.isEmpty else { return }
        try await withDatabase(holding: .sample) { _, conninfo in
            var proxy = try DatabaseProxy(before: conninfo)
            defer { proxy.stop() }
            let night = try Night(on: conninfo, by: proxy.conninfo)
            defer { night.command.remove() }
            let original = night.command.home.appending(path: "original").path
            var sizes: [String: Size] = [:]
            var chance = tally.random(0, 0)
            for step in ["run", "report", "digest", "import"] {
                if step == "import" {
                    _ = try night.run(["export", original])
                } else if step == "digest" {
                    try night.change(&chance)
                }
                sizes[step] = try whole(step, night, original, &proxy)
            }
            for number in numbers where !tally.isOver {
                var random = tally.random(1, number)
                let step = Self.steps[number % Self.steps.count]
                let size = sizes[step] ?? Size(messages: 1, seconds: 0.1)
                let strike = Self.strike(
                    number, size, offset: Int(tally.seed % 1_000) * 100, &random)
                let faults = try trial(step, strike, size, night, original, &proxy, &random)
                let place = strike.message == nil ? "a random moment" : "a message"
                tally.count(
                    "\(step): \(strike.blow.name) at \(place)", option: "--kills 1", number: number,
                    faults: faults)
            }
        }
    }

    private static func arguments(_ step: String, _ original: String) -> [String] {
        step == "import" ? [step, original, "--replace"] : Night.arguments(step)
    }

    private static func strike(
        _ number: Int, _ size: Size, offset: Int, _ random: inout SeededGenerator
    ) -> Strike {
        let isAtMessage = Bool.random(using: &random) || Bool.random(using: &random)
        let blows: [DatabaseProxy.Blow] = isAtMessage ? [.kill, .term, .cut] : [.kill, .term]
        return Strike(
            blow: blows.randomElement(using: &random) ?? .kill,
            message: isAtMessage
                ? 1 + (number / Self.steps.count + offset) % max(size.messages, 1) : nil,
            isBefore: Bool.random(using: &random), share: Double.random(in: 0...1.1, using: &random)
        )
    }

    /// A command that nothing disturbs.
    private func whole(
        _ step: String, _ night: Night, _ original: String, _ proxy: inout DatabaseProxy
    ) throws -> Size {
        try proxy.arm(nil)
        let ended = try night.run(Self.arguments(step, original))
        let faults = ended.faults(step, codes: [0])
        guard faults.isEmpty else { throw KillsError.undisturbed(faults) }
        return Size(messages: try proxy.count().sent, seconds: ended.seconds)
    }

    /// One command that is struck, and what is left of it.
    private func trial(
        _ step: String, _ strike: Strike, _ size: Size, _ night: Night, _ original: String,
        _ proxy: inout DatabaseProxy, _ random: inout SeededGenerator
    ) throws -> [String] {
        if step != "digest" || Bool.random(using: &random) { try night.change(&random) }
        if step == "report" || step == "digest" {
            _ = try whole("run", night, original, &proxy)
        }
        let pages = try night.files(in: Self.reports)
        let rows = step == "import" ? try night.networkDigest() : ""

        try proxy.arm(
            strike.message.map { _ in strike.blow }, at: strike.message ?? 0,
            isBefore: strike.isBefore)
        let running = try night.command.start(Self.arguments(step, original))
        if strike.message == nil {
            usleep(UInt32(strike.share * size.seconds * 1_000_000))
            kill(running.process.processIdentifier, strike.blow == .kill ? SIGKILL : SIGTERM)
        }
        let ended = try night.ended(running)
        let hasStruck = try proxy.count().hasStruck
        try proxy.arm(nil)

        var faults = Self.faults(of: ended, step, strike, hasStruck)
        faults += try night.brokenPromises()
        if step == "run" { faults += try night.nextNightFaults() }
        let pagesLeft = try night.files(in: Self.reports)
        let rowsLeft = step == "import" ? try night.networkDigest() : ""
        _ = try whole(step, night, original, &proxy)
        if step == "digest" { faults += try digestFaults(night) }
        if step == "import", rowsLeft != rows, try rowsLeft != night.networkDigest() {
            faults.append("a network by halves is left")
        }
        if pagesLeft != pages, try pagesLeft != night.files(in: Self.reports) {
            faults.append("“latest” is not whole")
        }
        return faults + (try night.brokenPromises())
    }

    /// What is wrong with how the command itself ended.
    private static func faults(
        of ended: Ended, _ step: String, _ strike: Strike, _ hasStruck: Bool
    ) -> [String] {
        switch strike.blow {
        case .kill: return ended.faults(step, codes: [0], signals: [SIGKILL])
        case .term: return ended.faults(step, codes: [0, 143], signals: [SIGTERM])
        case .cut:
            guard hasStruck else { return ended.faults(step, codes: [0]) }
            var faults = ended.faults(step, codes: Ended.documented.subtracting([0, 1]))
            // Other jobs go on.
            let failed = ended.errors.matches(of: #/entremise: (missions|services|tenders): /#)
                .count
            let done = ended.output.matches(of: #/(?m)^(missions|services|tenders) /#).count
            if failed > 0, failed + done != 3 {
                faults.append("\(failed) jobs failed, and \(done) went well")
            }
            return faults
        }
    }

    /// Whether messages and what is recorded of them agree, and nobody has news left.
    private func digestFaults(_ night: Night) throws -> [String] {
        let connection = try Connection(conninfo: night.conninfo)
        // The same text on the same day is one file.
        let told = try connection.rows(of: "SELECT DISTINCT file FROM entremise.message").map {
            row throws(PostgresError) in
            URL(filePath: try row.value("file", as: String.self)).lastPathComponent
        }
        let files = try night.files(in: Self.outbox) ?? [:]
        var faults: [String] = []
        if Set(files.keys) != Set(told) {
            faults.append("\(files.count) messages, \(told.count) recorded")
        }
        let halves = files.filter { !$0.value.suffix(2).elementsEqual([13, 10]) }
        if !halves.isEmpty { faults.append("half a message: \(halves.keys.sorted())") }
        let left = try night.run(Night.arguments("digest") + ["--dry-run"])
        if !left.output.contains("0 messages to write") {
            faults.append("news is left: \(left.output.suffix(200))")
        }
        return faults
    }
}

private enum KillsError: Error {
    case undisturbed([String])
}
