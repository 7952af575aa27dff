import Foundation
import TestSupport
import Testing

/// When the shipped schedules start the night.
@Suite struct ScheduleTests {
    private static func text(_ path: String) throws -> String {
        try String(contentsOf: packageRoot.appending(path: path), encoding: .utf8)
    }

    /// The minute of the day that a file of `jobs` says.
    private static func minute(in path: String) throws -> Int {
        let text = try text(path)
        if let line = text.firstMatch(of: #/(?m)^(\d+) (\d+) \* \* \* /#) {
            return try #require(Int(line.2)) * 60 + #require(Int(line.1))
        }
        let line = try #require(text.firstMatch(of: /OnCalendar=\*-\*-\* (\d\d):(\d\d):00/))
        return try #require(Int(line.1)) * 60 + #require(Int(line.2))
    }

    /// Minutes of the day that a change of the clocks skips or doubles in the years from 2026 on.
    private static func changed(in zone: String) throws -> Set<Int> {
        let zone = try #require(TimeZone(identifier: zone))
        var minutes: Set<Int> = []
        var moment = Date(timeIntervalSince1970: 1_767_225_600)
        for _ in 0..<10 {
            guard let next = zone.nextDaylightSavingTimeTransition(after: moment) else { break }
            // What clocks show at that moment, before they are changed and after.
            let clocks = [next.addingTimeInterval(-1), next].map {
                (Int(next.timeIntervalSince1970) + zone.secondsFromGMT(for: $0)) % 86_400 / 60
            }.sorted()
            minutes.formUnion(clocks[0]..<clocks[1])
            moment = next
        }
        return minutes
    }

    @Test(arguments: [
        "Europe/Paris", "Europe/Lisbon", "Europe/Athens", "Europe/Helsinki", "America/Miquelon",
        "Atlantic/Azores",
    ])
    func `no change of the clocks skips or doubles the shipped time`(zone: String) throws {
        let changed = try Self.changed(in: zone)
        #expect(!changed.isEmpty)
        if zone == "Europe/Paris" { #expect(changed == Set(120..<180)) }
        for path in ["jobs/crontab", "jobs/systemd/entremise.timer"] {
            let minute = try Self.minute(in: path)
            // The timer may start up to five minutes later.
            #expect(changed.isDisjoint(with: minute...(minute + 5)), "\(path)")
        }
    }

    @Test func `cron and systemd say the same time`() throws {
        let minute = try Self.minute(in: "jobs/crontab")
        #expect(try Self.minute(in: "jobs/systemd/entremise.timer") == minute)
        let said = String(format: "%02d:%02d", minute / 60, minute % 60)
        #expect(try Self.text("jobs/crontab").contains("every night at \(said)"))
        #expect(try Self.text("jobs/systemd/entremise.timer").contains("every night at \(said)"))
    }
}
