import Testing
import Verbs

@Suite struct NearestIDsTests {
    private let known = [
        ("berenice-fontaine", "Bérénice Fontaine"), ("claire-n-diaye", "Claire N’Diaye"),
        ("mission-01", "Organiser un tiers-lieu"), ("mission-02", "Refonte d’un site"),
        ("mission-10", "Audit"),
    ]

    @Test(arguments: [
        ("berenice-fontane", ["berenice-fontaine"]), ("Bérénice Fontaine", ["berenice-fontaine"]),
        ("fontaine", ["berenice-fontaine"]), ("tiers-lieu", ["mission-01"]),
        ("mission-03", ["mission-01", "mission-02", "mission-10"]), ("xyz", []), ("", []),
        ("mission_01", ["mission-01", "mission-02", "mission-10"]),
    ])
    func anIdIsNearThatDiffersLittleOrIsKnownByThatName(id: String, nearest: [String]) {
        #expect(nearestIDs(to: id, among: known) == nearest)
    }

    @Test func anotherOrderGivesTheSame() {
        #expect(
            nearestIDs(to: "mission-0", among: known.reversed())
                == nearestIDs(to: "mission-0", among: known))
    }
}
