import Foundation
import Jobs
import TestSupport
import Testing

/// Which day it is, where no day is given.
@Suite struct TodayTests {
    /// The day that the command takes for today: the one that it finds nothing recorded up to.
    private static func today(
        _ conninfo: String, machine: String, network: String
    ) throws -> String {
        let command = try Command(
            conninfo: conninfo,
            settings: ["TZ": machine, "ENTREMISE_NETWORK_TIME_ZONE": network])
        defer { command.remove() }
        _ = try command.run("migrate")
        let outcome = try command.run("report")
        #expect(outcome.code == ExitCode.noInput.rawValue, "\(outcome.errors)")
        return outcome.errors
    }

    /// Between these two zones lie 25 hours: they never have the same day.
    @Test func itIsTheDayOfTheNetworksTimeZoneNotOfTheMachines() async throws {
        let (east, west) = ("Pacific/Kiritimati", "Pacific/Pago_Pago")
        try await withDatabase { _, conninfo in
            for network in [east, west] {
                let one = try Self.today(conninfo, machine: east, network: network)
                let other = try Self.today(conninfo, machine: west, network: network)
                #expect(one == other)
            }
            let eastern = try Self.today(conninfo, machine: "UTC", network: east)
            let western = try Self.today(conninfo, machine: "UTC", network: west)
            #expect(eastern != western)
        }
    }
}
