import CSV
import Foundation
import TestSupport

/// A network of real matter: ESCO's occupations and skills, subjects of real French contracts, real
/// communes; only who holds what, when and for how much is drawn, from a seed.
///
/// Every member is a consultant of one occupation with eight of its skills and two stray ones. A
/// mission's text, and each lot's title, is that of a real contract; its skills are those of the
/// occupation whose labels share the most telling words with it.
struct RealNetwork {
    let consultants: Int
    let missions: Int
    let seed: UInt64

    private struct Occupation {
        let label: String
        let words: Set<String>
        let skills: [String]
    }

    private struct Notice: Decodable {
        let objet: String?
        let montant: Double?
    }

    private struct Consultation: Decodable {
        struct Lot: Decodable {
            let lot: Int
            let intitule: String
            let cpv: String?
            let montant: Double?
            let objet: String
        }
        let acheteurId: String
        let objet: String
        let lots: [Lot]
    }

    /// Writes one CSV file a table of schema `network` into `folder`, from the data in `shared`.
    func write(to folder: URL, from shared: URL) throws {
        var random = SeededGenerator(seed: seed)
        let skills = try Self.table(shared.appending(path: "esco/skills_fr_en.csv"))
        let labels = Dictionary(
            skills.map { ($0["uri"] ?? "", ($0["label_fr"] ?? "", $0["label_en"] ?? "")) },
            uniquingKeysWith: { first, _ in first })
        let occupations = try Self.occupations(in: shared, labels: labels)
        let communes = try Self.table(shared.appending(path: "places/communes_fr_geonames.csv"))
            .sorted { (Int($0["population"] ?? "") ?? 0) > (Int($1["population"] ?? "") ?? 0) }
            .prefix(600)
        let notices = try Self.notices(in: shared)
        let consultations = try JSONDecoder().decode(
            [Consultation].self,
            from: Data(contentsOf: shared.appending(path: "tenders/multilot.json")))
        let rarity = Self.rarity(of: occupations)

        func occupation(for text: String) -> Occupation {
            let words = Self.words(of: text)
            var best = (score: 0.0, index: Int.random(in: 0..<occupations.count, using: &random))
            for (index, occupation) in occupations.enumerated() {
                let shared = words.intersection(occupation.words)
                let score = shared.reduce(0.0) { $0 + (rarity[$1] ?? 0) }
                if score > best.score { best = (score, index) }
            }
            return occupations[best.index]
        }

        var tables = Tables()
        var used: [Occupation] = []
        let places = communes.map { "geo-\($0["geonameid"] ?? "")" }
        for commune in communes {
            tables.add(
                "place",
                [
                    "geo-\(commune["geonameid"] ?? "")", commune["name"], nil, commune["latitude"],
                    commune["longitude"],
                ])
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
            let notice = notices[index % notices.count]
            let text = notice.objet ?? ""
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

        for (index, consultation) in consultations.enumerated() {
            let id = "tender-\(Self.padded(index))"
            tables.add(
                "tender",
                [
                    id, consultation.acheteurId, consultation.objet, nil, "fr", "{fr}",
                    consultation.lots.first?.cpv, nil, "possible", "2026-12-\(10 + index % 20)",
                    "6",
                    nil, "joint", "{}", "open", "2026-11-10",
                ])
            for lot in consultation.lots {
                let job = occupation(for: lot.objet)
                used.append(job)
                let lotID = "\(id)-\(lot.lot)"
                let budget = (lot.montant ?? 0) > 0 ? lot.montant : nil
                tables.add(
                    "lot",
                    [
                        lotID, id, "\(lot.lot)", lot.intitule.isEmpty ? lot.objet : lot.intitule,
                        lot.objet, budget.map { "\($0)" }, "2027-01-04", "2027-06-30",
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
            let label = labels["http://data.europa.eu/esco/skill/\(skill)"] ?? ("", "")
            tables.add("skill", [skill, label.0, label.1, "{}", "{}", skill, nil])
        }
        for index in 0..<consultants {
            let id = "member-\(Self.padded(index))"
            let job = used[index % used.count]
            tables.add(
                "member",
                [
                    id, "consultant", "Consultant \(index)", "\(id)@example.org", "fr", job.label,
                    "Indépendant, \(job.label), \(Int.random(in: 2...30, using: &random)) ans de métier.",
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
        for index in 0..<60 {
            let one = "member-\(Self.padded(index))"
            let other = "member-\(Self.padded(index + 400))"
            tables.add("refusal", [one, other, "2026-01-15"])
        }
        try tables.write(to: folder)
    }
}

// MARK: - Reading

extension RealNetwork {
    private static func table(_ file: URL) throws -> [[String: String]] {
        var reader = try CSVReader(path: file.path)
        defer { reader.close() }
        let header = try reader.record()?.fields.map { $0 ?? "" } ?? []
        var rows: [[String: String]] = []
        while let record = try reader.record() {
            rows.append(
                Dictionary(
                    zip(header, record.fields.map { $0 ?? "" }),
                    uniquingKeysWith: { first, _ in first }))
        }
        return rows
    }

    private static func occupations(
        in shared: URL, labels: [String: (String, String)]
    ) throws -> [Occupation] {
        var skillsOf: [String: [String]] = [:]
        let relations = shared.appending(path: "esco/occupationSkillRelations.csv")
        for relation in try table(relations) where relation["relationType"] == "essential" {
            guard let occupation = relation["occupationUri"], let skill = relation["skillUri"],
                let label = labels[skill], !label.0.isEmpty
            else { continue }
            skillsOf[occupation, default: []].append(
                skill.split(separator: "/").last.map(String.init) ?? skill)
        }
        return try table(shared.appending(path: "esco/occupations_fr_en.csv")).compactMap { row in
            guard let uri = row["uri"], let skills = skillsOf[uri], Set(skills).count >= 10
            else { return nil }
            let label = (row["label_fr"] ?? "").split(separator: "/").first.map(String.init) ?? ""
            let text = "\(row["label_fr"] ?? "") \(row["altLabels_fr"] ?? "")"
            return Occupation(label: label, words: words(of: text), skills: Set(skills).sorted())
        }
    }

    private static func notices(in shared: URL) throws -> [Notice] {
        let lines = try String(
            contentsOf: shared.appending(path: "tenders/notices.jsonl"), encoding: .utf8)
        return try lines.split(separator: "\n")
            .map { try JSONDecoder().decode(Notice.self, from: Data($0.utf8)) }
            .filter { ($0.objet ?? "").count > 20 }
    }

    /// First six letters of every word of five or more, without accents: enough to tell trades apart.
    private static func words(of text: String) -> Set<String> {
        let plain = text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        return Set(
            plain.split { !$0.isLetter }.filter { $0.count >= 5 }.map { String($0.prefix(6)) })
    }

    private static func rarity(of occupations: [Occupation]) -> [String: Double] {
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

/// Rows of tables, by name, written as PostgreSQL's own CSV: nothing for NULL.
private struct Tables {
    private static let headers: [String: String] = [
        "place": "id,name,department,latitude,longitude",
        "skill": "id,label_fr,label_en,alternatives_fr,alternatives_en,esco_code,rome_code",
        "member": "id,kind,name,email,locale,title,about,place_id,radius_km,remote,languages,"
            + "daily_rate,certifications,turnover,consent_matching,consent_bids,digest,joined_on,left_on",
        "member_skill": "member_id,skill_id,level,years",
        "availability": "id,member_id,starts_on,ends_on,days_per_week",
        "commitment": "id,member_id,starts_on,ends_on,days,note",
        "mission": "id,owner_id,title,text,language,languages,place_id,remote,starts_on,ends_on,"
            + "days,daily_rate_max,certifications,status,posted_on",
        "mission_skill": "mission_id,skill_id,level,weight,mandatory",
        "service": "id,side,member_id,title,text,language,place_id,remote,radius_km,starts_on,"
            + "ends_on,hours,exchange,hourly_rate,status,posted_on",
        "service_skill": "service_id,skill_id,level,weight,mandatory",
        "time_account": "member_id,balance,lowest,highest",
        "tender": "id,buyer,title,text,language,languages,cpv,place_id,remote,deadline_on,"
            + "members_max,turnover_min,form,certifications,status,posted_on",
        "lot": "id,tender_id,number,title,text,budget,starts_on,ends_on",
        "lot_skill": "lot_id,skill_id,level,days",
        "collaboration": "id,member_a,member_b,worked_on,subject,rating",
        "refusal": "member_id,refused_id,said_on",
    ]

    private var rows: [String: [String]] = [:]

    mutating func add(_ table: String, _ values: [String?]) {
        let line = values.map { value -> String in
            guard let value else { return "" }
            let isPlain =
                !value.isEmpty && !value.contains { $0 == "," || $0 == "\"" || $0.isNewline }
            return isPlain ? value : "\"\(value.replacing("\"", with: "\"\""))\""
        }
        rows[table, default: []].append(line.joined(separator: ","))
    }

    func write(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (table, header) in Self.headers {
            let text = ([header] + (rows[table] ?? [])).joined(separator: "\n") + "\n"
            try Data(text.utf8).write(to: folder.appending(path: "\(table).csv"))
        }
    }
}
