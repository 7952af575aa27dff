import CSV
import Foundation
import NightSupport

private struct Notice: Decodable {
    let objet: String?
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

extension NetworkMatter {
    /// ESCO's occupations with eight of their skills each, subjects of real French contracts, real
    /// communes. Every label is a text that the model reads.
    static func real() throws -> NetworkMatter {
        let esco = try RealData.folder("esco")
        let skills = Dictionary(
            try table(esco.appending(path: "skills_fr_en.csv")).map {
                (
                    ($0["uri"] ?? "").split(separator: "/").last.map(String.init) ?? "",
                    (french: $0["label_fr"] ?? "", english: $0["label_en"] ?? "")
                )
            }, uniquingKeysWith: { first, _ in first })
        let communes = try table(RealData.folder("places/communes_fr_geonames.csv"))
            .sorted { (Int($0["population"] ?? "") ?? 0) > (Int($1["population"] ?? "") ?? 0) }
            .prefix(600)
        let tenders = try JSONDecoder().decode(
            [Consultation].self, from: Data(contentsOf: RealData.folder("tenders/multilot.json")))
        return NetworkMatter(
            occupations: try occupations(in: esco, skills: skills), skills: skills,
            places: communes.map {
                Place(
                    id: "geo-\($0["geonameid"] ?? "")", name: $0["name"] ?? "",
                    latitude: $0["latitude"] ?? "", longitude: $0["longitude"] ?? "")
            },
            contracts: try contracts(),
            tenders: tenders.map { tender in
                Tender(
                    buyer: tender.acheteurId, subject: tender.objet,
                    lots: tender.lots.map {
                        Lot(
                            number: $0.lot, title: $0.intitule, subject: $0.objet, cpv: $0.cpv,
                            budget: $0.montant)
                    })
            })
    }

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
        in esco: URL, skills: [String: (french: String, english: String)]
    ) throws -> [Occupation] {
        var skillsOf: [String: [String]] = [:]
        let relations = esco.appending(path: "occupationSkillRelations.csv")
        for relation in try table(relations) where relation["relationType"] == "essential" {
            guard let occupation = relation["occupationUri"],
                let skill = relation["skillUri"]?.split(separator: "/").last.map(String.init),
                let label = skills[skill], !label.french.isEmpty
            else { continue }
            skillsOf[occupation, default: []].append(skill)
        }
        return try table(esco.appending(path: "occupations_fr_en.csv")).compactMap { row in
            guard let uri = row["uri"], let skills = skillsOf[uri], Set(skills).count >= 10
            else { return nil }
            let label = (row["label_fr"] ?? "").split(separator: "/").first.map(String.init) ?? ""
            let text = "\(row["label_fr"] ?? "") \(row["altLabels_fr"] ?? "")"
            return Occupation(
                label: label, words: words(of: text), skills: Array(Set(skills).sorted().prefix(8))
            )
        }
    }

    private static func contracts() throws -> [String] {
        let lines = try String(
            contentsOf: RealData.folder("tenders/notices.jsonl"), encoding: .utf8)
        return try lines.split(separator: "\n")
            .compactMap { try JSONDecoder().decode(Notice.self, from: Data($0.utf8)).objet }
            .filter { $0.count > 20 }
    }
}
