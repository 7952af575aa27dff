import Foundation
import Postgres
import TestSupport

/// Embedding servers that misbehave in mid-run, in every way that `encoder_server.py` has; every third
/// run gets SIGTERM as soon as they do.
struct BadServers {
    /// After which the same request is answered well when it is sent again.
    private static let passing: Set<String> = ["late", "closes", "breaks_off", "busy", "broken"]
    /// What may be answered well all the same.
    private static let harmless: Set<String> = ["other_type", "false_gzip"]
    /// Names of the ways.
    private static let behaviours = [
        "late", "silent", "closes", "breaks_off", "busy", "come_back", "broken", "refuses",
        "redirects", "in_circles", "endless", "endless_head", "drips", "drips_head", "no_json",
        "half_json", "other_json", "deep_json", "no_text", "empty", "fewer", "more", "same_index",
        "far_index", "negative_index", "not_a_number", "infinite", "beyond_double", "beyond_float",
        "nulls", "strings", "zeros", "wider", "no_numbers", "ragged", "other_type",
        "chunk_garbage", "huge_chunk", "no_http", "odd_length", "huge_length", "false_gzip",
        "status_999", "no_content", "unknown_certificate", "no_tls",
    ]
    /// Seconds in which SIGTERM is heard, also on a machine with much to do.
    private static let patience = 2.0

    /// One misbehaving server.
    private struct Trial {
        let number: Int
        let behaviour: String
        /// Whether it misbehaves once, or from then on.
        let isOnce: Bool
        /// The request at which it begins.
        let first: Int
        var isStopped: Bool { number % 3 == 2 }
        var isSecure: Bool { ["unknown_certificate", "no_tls"].contains(behaviour) }
    }

    func run(_ numbers: Range<Int>, _ tally: inout Tally) async throws {
        guard !numbers.isEmpty else { return }
        var server = try Helper("encoder_server.py")
        defer { server.stop() }
        let ports = try server.line()?.split(separator: " ").map(String.init) ?? []
        guard ports.count == 2 else { throw HelperError.silent }
        try await withDatabase(holding: .sample) { _, conninfo in
            let found = try Self.goodNight(on: conninfo, ports).text
            for number in numbers where !tally.isOver {
                var random = tally.random(2, number)
                let trial = Trial(
                    number: number, behaviour: Self.behaviours[number % Self.behaviours.count],
                    isOnce: Bool.random(using: &random),
                    first: Int.random(in: 1...4, using: &random))
                var faults = try Self.faults(of: trial, on: conninfo, ports, &server, &tally)
                let next = try Self.goodNight(on: conninfo, ports)
                faults += next.faults
                if next.faults.isEmpty, next.text != found {
                    faults.append("the next night with a good server differs")
                }
                tally.count(
                    "server: \(trial.behaviour)" + (trial.isStopped ? ", SIGTERM" : ""),
                    option: "--servers 1", number: number, faults: faults)
            }
        }
    }

    /// A night with the server at an address.
    private static func night(on conninfo: String, _ url: String) throws -> Night {
        try Night(
            on: conninfo,
            settings: [
                "ENTREMISE_ENCODER_KIND": "server", "ENTREMISE_ENCODER_MODEL": "m",
                "ENTREMISE_ENCODER_URL": url, "ENTREMISE_ENCODER_TIMEOUT_SECONDS": "1",
                "ENTREMISE_ENCODER_RETRIES": "1", "ENTREMISE_ENCODER_BATCH": "16",
            ])
    }

    /// What a night with a good server finds.
    private static func goodNight(
        on conninfo: String, _ ports: [String]
    ) throws -> (text: String, faults: [String]) {
        let night = try night(on: conninfo, "http://127.0.0.1:\(ports[0])/good/good/0/0/v1")
        defer { night.command.remove() }
        let (text, ended) = try night.found(isFull: false)
        return (text, ended.faults("a night with a good server", codes: [0]))
    }

    private static func faults(
        of trial: Trial, on conninfo: String, _ ports: [String], _ server: inout Helper,
        _ tally: inout Tally
    ) throws -> [String] {
        try Connection(conninfo: conninfo).script("TRUNCATE entremise.vector")
        let name = "\(tally.seed)-\(trial.number)"
        let port = ports[trial.behaviour == "unknown_certificate" ? 1 : 0]
        let night = try night(
            on: conninfo,
            "http\(trial.isSecure ? "s" : "")://127.0.0.1:\(port)/\(name)/"
                + "\(trial.behaviour)/\(trial.first)/\(trial.isOnce ? 1 : 1_000_000)/v1")
        defer { night.command.remove() }
        let running = try night.command.start(["run", "missions", "--as-of", Night.day])
        // Whoever is not trusted is not asked. Requests of the trial before may be answered late.
        let isMet = try trial.isSecure || server.waits(for: name)
        var faults = isMet ? [] : ["the server was not asked"]
        let start = Date()
        if trial.isStopped { kill(running.process.processIdentifier, SIGTERM) }
        let ended = try night.ended(running, within: 60)
        let seconds = -start.timeIntervalSinceNow
        if trial.isStopped {
            tally.took(seconds, "longest wait after SIGTERM")
            // A command that is about to end, or has only begun, ends by the signal itself.
            faults += ended.faults("run", codes: [0, 69, 143], signals: [SIGTERM])
            if seconds > patience { faults.append("SIGTERM was heard after \(seconds) s") }
        } else {
            tally.took(ended.seconds, "longest run with a bad server")
            let endsWell = trial.isOnce && passing.contains(trial.behaviour)
            // A server that was wider from the start is another model.
            let isOther = trial.behaviour == "wider" && trial.first == 1
            let mayEndWell = trial.isOnce || isOther || harmless.contains(trial.behaviour)
            faults += ended.faults("run", codes: endsWell ? [0] : mayEndWell ? [0, 69] : [69])
        }
        return faults + (try night.brokenPromises())
    }
}
