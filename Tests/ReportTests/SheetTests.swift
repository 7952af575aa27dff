import Market
import Report
import Samples
import TestSupport
import Testing
import Verbs

private func sheet(
    of bid: Bid, asOf: Day = Day(number: 20_780), in language: Language
) throws -> String {
    try bid.sheet(in: shippedTexts().context(asOf: asOf, in: language))
}

private func table(of bid: Bid, in language: Language) throws -> String {
    try bid.sheetTable(in: shippedTexts().context(asOf: Day(number: 20_780), in: language))
}

@Test(arguments: Language.allCases)
func `the sheet of a bid is sound HTML that loads nothing`(language: Language) throws {
    for bid in sampleBids + [.detailed] {
        #expect(try faultsOfHTML(sheet(of: bid, in: language)) == "")
    }
}

@Test(arguments: Language.allCases)
func `the sheet of the detailed bid is the recorded one`(language: Language) throws {
    let page = try sheet(of: .detailed, in: language)
    #expect(try difference(of: page, fromSnapshot: "bid.\(language.rawValue).html") == nil)
    let csv = try table(of: .detailed, in: language)
    #expect(try difference(of: csv, fromSnapshot: "\(language.rawValue).bid.csv") == nil)
}

@Test func `the amounts of the sheet's table add up to the cent`() throws {
    let csv = try table(of: .detailed, in: .french)
    var sums: [String: Int] = [:]
    for line in csv.split(separator: "\r\n").dropFirst() {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        guard ["work", "lot", "member", "total"].contains(fields[0]) else { continue }
        // Texts may hold commas; nothing after the amount does here.
        let cents = try #require(Double(fields[fields.count - 3])) * 100
        sums[String(fields[0]), default: 0] += Int(cents.rounded())
    }
    #expect(Set(sums.values) == [Bid.detailed.price.cents])
    #expect(sums.count == 4)
}

@Test func `what is past by the day of the sheet is said to be`() throws {
    let page = try sheet(of: .detailed, asOf: Bid.detailed.deadline.day, in: .english)
    #expect(page.ranges(of: "day past: to do today").count == 6)
    #expect(!(try sheet(of: .detailed, in: .english)).contains("day past"))
}

@Test(arguments: [
    (Language.french, "plus ancienne", ["2025, Ville", "12 345,50 € HT"]),
    (.english, "older", ["2025, Ville", "€12,345.50 excl. VAT"]),
])
func `references are listed under the DC2, older ones as such`(
    language: Language, older: String, recent: [String]
) throws {
    let page = try sheet(of: .detailed, in: language)
        .replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
    let lines = page.split(separator: "\n").filter { $0.contains("Débat public") }
    let line = try #require(lines.first)
    #expect(lines.count == 1 && recent.allSatisfy { line.contains($0) } && !line.contains(older))
    #expect(line.contains("Ville d’Avre") && !page.contains("<b>d’Avre"))
    #expect(page.split(separator: "\n").contains { $0.contains("usages") && $0.contains(older) })
    // Four years later the first is older, too.
    let later = try sheet(of: .detailed, asOf: Day(number: 20_780 + 4 * 366), in: language)
    #expect(later.ranges(of: older).count == 2)
    let csv = try table(of: .detailed, in: language)
    #expect(csv.split(separator: "\r\n").count { $0.hasPrefix("reference,") } == 2)
}

extension Bid {
    /// The first bid of the sample night, with all that comes with one.
    static var detailed: Bid {
        let bid = sampleBids[0]
        let members = bid.members.map { $0.member }
        let references = [
            Reference(
                id: "r2", title: "D&eacute;bat public", client: "Ville <b>d’Avre</b>", year: 2025,
                amount: Money(cents: 1_234_550)),
            Reference(id: "r1", title: "Étude d’usages", client: "Pays d’Ante", year: 2022),
        ]
        return Bid(
            tender: bid.tender, tenderTitle: bid.tenderTitle, buyer: bid.buyer,
            deadline: bid.deadline, status: bid.status, price: bid.price, budget: bid.budget,
            bound: bid.bound, gap: bid.gap, members: bid.members, lots: bid.lots,
            reasons: bid.reasons, basis: bid.basis,
            details: Details(
                form: .jointAndSeveral, membersMax: 4, turnoverMin: Money(cents: 8_000_000),
                insuranceMin: Money(cents: 30_000_000), value: Money(cents: 2_600_000), fit: 0.8125,
                proofs: [
                    Proof(
                        objective: "value", found: 26_000, bound: 26_000, isProven: true, nodes: 0),
                    Proof(objective: "fit", found: 667, bound: 671, isProven: false, nodes: 2_000),
                ],
                people: members.enumerated().map { index, member in
                    Person(
                        member: member,
                        turnover: index == 0 ? nil : Money(cents: index * 3_100_000),
                        insurance: index == 1 ? Money(cents: 50_000_000) : nil,
                        certifications: ["qualiopi"], isNewcomer: index == 2,
                        references: index == 2 ? nil : index == 1 ? references : [])
                },
                certifications: [
                    Certification(name: "qualiopi", scope: .group, holders: members),
                    Certification(name: "iso14001", scope: .lot(1), holders: []),
                    Certification(name: "opqcm", scope: .everyMember, holders: [members[0]]),
                ],
                alternatives: [
                    Team(
                        members: [bid.members[1]], lots: [1], value: Money(cents: 1_800_000),
                        price: Money(cents: 1_500_050), fit: 0.7, isEstablished: true)
                ],
                substitutes: [
                    Substitute(
                        member: members[0],
                        joining: [Named(member: "zoe", name: "Zoé <b>Martin</b>")],
                        leaving: [Named(member: members[2], name: bid.members[2].name)],
                        lostLots: [], price: bid.price, fit: 0.8),
                    Substitute(
                        member: members[1], joining: [], leaving: [], lostLots: [1, 2],
                        price: nil, fit: 0),
                ],
                competing: [
                    Competition(
                        member: members[0], tender: "marche-01", title: "Schéma directeur")
                ],
                uncounted: [
                    Uncounted(
                        reason: .noRate,
                        named: ["Ana", "Zoé <b>Martin</b>"].map { Named(member: $0, name: $0) },
                        count: 12),
                    Uncounted(
                        reason: .insurance, named: [Named(member: "eva", name: "Éva")], count: 1),
                ]))
    }
}

@Test func `nothing is to be done on a public holiday`() throws {
    let bid = Bid.detailed
    let late = Bid(
        tender: bid.tender, tenderTitle: bid.tenderTitle, buyer: bid.buyer,
        deadline: try #require(Deadline("2027-01-08")), status: bid.status, price: bid.price,
        budget: bid.budget, bound: bid.bound, gap: bid.gap, members: bid.members, lots: bid.lots,
        reasons: bid.reasons, basis: bid.basis, details: bid.details)
    let page = try sheet(of: late, in: .english)
        .replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
    #expect(!page.contains("1 January 2027") && page.contains("Thursday 31 December 2026"))
}
