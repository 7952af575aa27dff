internal import TestSupport

extension NetworkMatter {
    /// Matter that was invented for tests: twenty trades of twelve skills each, villages that are on no
    /// map, contracts and tenders of these.
    ///
    /// - Parameter tenders: How many, of one to four lots each.
    public static func invented(tenders count: Int) -> NetworkMatter {
        var random = SeededGenerator(seed: 14)
        var skills: [String: (french: String, english: String)] = [:]
        let occupations = trades.map { trade in
            let ids = deeds.map { deed in
                "\(deed.english)-\(trade.english)".replacing(" ", with: "-")
            }
            for (id, deed) in zip(ids, deeds) {
                skills[id] = (
                    "\(deed.french) de \(trade.french)", "\(deed.english) of \(trade.english)"
                )
            }
            return Occupation(
                label: "Spécialiste de \(trade.french)", words: words(of: trade.french),
                skills: ids)
        }
        let places = villages.enumerated().map { index, name in
            Place(
                id: "village-\(index)", name: name,
                latitude: "\(45 + Double(index % 5) * 0.7)",
                longitude: "\(-1 + Double(index / 5) * 0.9)")
        }
        let contracts = trades.flatMap { trade in
            deeds.map { "\($0.french) de \(trade.french) de la commune" }
        }.shuffled(using: &random)
        let tenders = (0..<count).map { index in
            let village = villages[index % villages.count]
            return Tender(
                buyer: "Commune de \(village)", subject: "Marché de \(village)",
                lots: (1...1 + index % 4).map { number in
                    let subject = contracts[(index * 4 + number) % contracts.count]
                    return Lot(
                        number: number, title: subject, subject: subject, cpv: nil,
                        budget: index % 3 == 0
                            ? nil : Double(Int.random(in: 4...40, using: &random)) * 1_000)
                })
        }
        return NetworkMatter(
            occupations: occupations, skills: skills, places: places, contracts: contracts,
            tenders: tenders)
    }

    private static let trades: [(french: String, english: String)] = [
        ("toitures", "roofs"), ("haies bocagères", "hedges"), ("archives", "archives"),
        ("pistes cyclables", "cycle paths"), ("fournils", "bakehouses"), ("sols pollués", "soils"),
        ("ateliers partagés", "workshops"), ("réseaux d’eau", "water mains"),
        ("chaudières", "boilers"), ("vergers", "orchards"), ("rivières", "rivers"),
        ("cadastres", "land registers"), ("sentiers", "footpaths"), ("halles", "market halls"),
        ("piscines", "pools"), ("crèches", "nurseries"), ("clochers", "steeples"),
        ("serres", "greenhouses"), ("ruches", "hives"), ("tramways", "tramways"),
    ]

    private static let deeds: [(french: String, english: String)] = [
        ("diagnostic", "survey"), ("entretien", "upkeep"), ("rénovation", "renovation"),
        ("plans", "drawings"), ("chiffrage", "costing"), ("suivi", "supervision"),
        ("formation", "training"), ("concertation", "consultation"), ("sécurité", "safety"),
        ("achats", "purchasing"), ("réglementation", "regulation"), ("numérisation", "scanning"),
    ]

    private static let villages = [
        "Valbrume", "Montrougeul", "Saint-Aubrac", "Pierrefaille", "Longuessart", "Boiscourbe",
        "Hautesource", "Les Ormelles", "Vieilpont", "Croixdoré", "Noirlieu", "Aubefontaine",
        "Grandvaire", "Sableronde", "Cheminval", "Roquebise", "Maréchaux", "Petit-Hourle",
        "Combelune", "Fontanges-le-Gué", "Lavoiron", "Trémontel", "Essarlin", "Duvergnes",
        "Quatre-Pilles",
    ]
}
