public import Foundation
internal import TestSupport

/// A network drawn from some matter: occupations and skills, subjects of contracts, places; who holds
/// what, when and for how much is drawn from a seed.
///
/// Every member is a consultant of one occupation with eight of its skills and two stray ones, and those
/// of one occupation say the same of themselves, so that the model has few texts to read. A
/// mission's text, and each lot's title, is that of a contract; its skills are those of the occupation
/// whose labels share the most telling words with it.
public struct DrawnNetwork {
    let consultants: Int
    let missions: Int
    let seed: UInt64

    public init(consultants: Int, missions: Int, seed: UInt64) {
        self.consultants = consultants
        self.missions = missions
        self.seed = seed
    }

    /// Writes one CSV file a table of schema `network` into `folder`.
    public func write(to folder: URL, from matter: NetworkMatter) throws {
        var random = SeededGenerator(seed: seed)
        let occupations = matter.occupations
        let rarity = Self.rarity(of: occupations)

        func occupation(for text: String) -> NetworkMatter.Occupation {
            let words = NetworkMatter.words(of: text)
            var best = (score: 0.0, index: Int.random(in: 0..<occupations.count, using: &random))
            for (index, occupation) in occupations.enumerated() {
                let shared = words.intersection(occupation.words)
                let score = shared.reduce(0.0) { $0 + (rarity[$1] ?? 0) }
                if score > best.score { best = (score, index) }
            }
            return occupations[best.index]
        }

        var tables = NetworkTables()
        var used: [NetworkMatter.Occupation] = []
        let places = matter.places.map(\.id)
        for place in matter.places {
            tables.add("place", [place.id, place.name, nil, place.latitude, place.longitude])
        }
        tables.add(
            "member",
            [
                "org", "organisation", "Le réseau", "reseau@example.org", "fr", nil, nil, places[0],
                nil,
                "t", "{fr}", nil, "{}", nil, "f", "f", "daily", "2020-01-01", nil,
            ])

        let opening = 20_788  // 2026-12-01
        for index in 0..<missions {
            let text = matter.contracts[index % matter.contracts.count]
            let job = occupation(for: text)
            used.append(job)
            let first = opening + Int.random(in: 0..<120, using: &random)
            let last = first + Int.random(in: 30..<120, using: &random)
            let id = "mission-\(Self.padded(index))"
            tables.add(
                "mission",
                [
                    id, "org", String(text.prefix(120)), text, "fr", "{fr}",
                    places.randomElement(using: &random),
                    ["no", "possible", "possible", "only"].randomElement(using: &random),
                    Self.day(first), Self.day(last), "\(Int.random(in: 5...30, using: &random))",
                    Bool.random(using: &random)
                        ? "\(Int.random(in: 9...18, using: &random) * 50)" : nil,
                    "{}", "open", "2026-11-\(10 + index % 13)",
                ])
            for (rank, skill) in job.skills.shuffled(using: &random).prefix(6).enumerated() {
                tables.add(
                    "mission_skill",
                    [
                        id, skill, "\(Int.random(in: 1...3, using: &random))", "1",
                        rank == 0 && index % 3 == 0 ? "t" : "f",
                    ])
            }
        }

        for (index, tender) in matter.tenders.enumerated() {
            let id = "tender-\(Self.padded(index))"
            tables.add(
                "tender",
                [
                    id, tender.buyer, tender.subject, nil, "fr", "{fr}",
                    tender.lots.first?.cpv, nil, "possible", "2026-12-\(10 + index % 20)",
                    "6",
                    nil, "joint", "{}", "open", "2026-11-10",
                ])
            for lot in tender.lots {
                let job = occupation(for: lot.subject)
                used.append(job)
                let lotID = "\(id)-\(lot.number)"
                let budget = (lot.budget ?? 0) > 0 ? lot.budget : nil
                tables.add(
                    "lot",
                    [
                        lotID, id, "\(lot.number)", lot.title.isEmpty ? lot.subject : lot.title,
                        lot.subject, budget.map { "\($0)" }, "2027-01-04", "2027-06-30",
                    ])
                let whole = min(90, max(3, ((budget ?? 20_000) / 700).rounded()))
                let asked = job.skills.shuffled(using: &random).prefix(3)
                for skill in asked {
                    let days = max(1, (whole / Double(asked.count)).rounded())
                    tables.add(
                        "lot_skill",
                        [
                            lotID, skill, "\(Int.random(in: 1...3, using: &random))",
                            "\(Int(days))",
                        ])
                }
            }
        }

        let everySkill = Array(Set(used.flatMap(\.skills))).sorted()
        for skill in everySkill {
            let label = matter.skills[skill] ?? ("", "")
            tables.add("skill", [skill, label.french, label.english, "{}", "{}", skill, nil])
        }
        for index in 0..<consultants {
            let id = "member-\(Self.padded(index))"
            let job = used[index % used.count]
            tables.add(
                "member",
                [
                    id, "consultant", "Consultant \(index)", "\(id)@example.org", "fr", job.label,
                    "Indépendant, \(job.label).",
                    places.randomElement(using: &random),
                    Bool.random(using: &random)
                        ? "\(Int.random(in: 2...30, using: &random) * 10)" : nil,
                    Int.random(in: 0..<4, using: &random) == 0 ? "f" : "t",
                    Int.random(in: 0..<20, using: &random) == 0 ? "{en}" : "{fr,en}",
                    "\(Int.random(in: 35...90, using: &random) * 10)", "{}",
                    "\(Int.random(in: 20...200, using: &random) * 1000)",
                    Int.random(in: 0..<25, using: &random) == 0 ? "f" : "t",
                    Int.random(in: 0..<10, using: &random) == 0 ? "f" : "t", "daily", "2024-05-01",
                    nil,
                ])
            let held =
                job.skills.shuffled(using: &random).prefix(8)
                + everySkill.shuffled(using: &random).prefix(2)
            for skill in Set(held).sorted() {
                tables.add(
                    "member_skill",
                    [
                        id, skill, "\(Int.random(in: 2...5, using: &random))",
                        "\(Int.random(in: 1...20, using: &random))",
                    ])
            }
            tables.add(
                "availability",
                [
                    "free-\(Self.padded(index))", id, "2026-11-01", "2027-08-31",
                    "\(Int.random(in: 1...5, using: &random))",
                ])
            if Bool.random(using: &random) {
                let first = opening + Int.random(in: 0..<100, using: &random)
                tables.add(
                    "commitment",
                    [
                        "busy-\(Self.padded(index))", id, Self.day(first), Self.day(first + 60),
                        "\(Int.random(in: 2...20, using: &random))", nil,
                    ])
            }
        }
        for index in 0..<min(60, consultants / 2) {
            let one = "member-\(Self.padded(index))"
            let other = "member-\(Self.padded(index + consultants / 5))"
            tables.add("refusal", [one, other, "2026-01-15"])
        }
        try tables.write(to: folder)
    }
}

extension DrawnNetwork {
    private static func rarity(of occupations: [NetworkMatter.Occupation]) -> [String: Double] {
        var count: [String: Int] = [:]
        for occupation in occupations {
            for word in occupation.words { count[word, default: 0] += 1 }
        }
        return count.mapValues { log(Double(occupations.count) / Double($0)) }
    }

    private static func padded(_ number: Int) -> String {
        String(repeating: "0", count: max(0, 4 - String(number).count)) + String(number)
    }

    private static func day(_ number: Int) -> String {
        let date = Date(timeIntervalSince1970: Double(number) * 86_400)
        return date.formatted(.iso8601.year().month().day())
    }
}
