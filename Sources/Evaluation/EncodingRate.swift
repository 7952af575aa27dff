public import Encoding

/// How many texts of one kind an encoder reads in a second.
public struct EncodingRate: Sendable, Codable {
    public let kind: String
    public let texts: Int
    /// Words of each text.
    public let words: Int
    public let seconds: Double
    public let perSecond: Double
}

extension EncodingRate {
    /// Measures an encoder on labels of three words and on texts of a hundred, each written for this
    /// and in no cache.
    ///
    /// - Parameters:
    ///   - encoder: What to measure.
    ///   - count: Number of labels; a tenth as many texts, at least one.
    public static func all(of encoder: any Encoder, count: Int) async throws -> [EncodingRate] {
        _ = try await encoder.encode(["bonjour"])
        var rates: [EncodingRate] = []
        for (kind, words, texts) in [
            ("labels", 3, max(1, count)), ("texts", 100, max(1, count / 10)),
        ] {
            let written = InventedTexts(seed: 1).texts(texts, words: words)
            let clock = ContinuousClock()
            let start = clock.now
            _ = try await encoder.encode(written)
            let seconds = (clock.now - start) / .seconds(1)
            rates.append(
                EncodingRate(
                    kind: kind, texts: texts, words: words, seconds: seconds,
                    perSecond: Double(texts) / max(seconds, 1e-9)))
        }
        return rates
    }
}

/// Different texts of French words in an order by lot.
private struct InventedTexts {
    var seed: UInt64

    func texts(_ count: Int, words: Int) -> [String] {
        var state = seed
        return (0..<count).map { number in
            let chosen = (0..<max(1, words - 1)).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return InventedTexts.words[Int(state >> 33) % InventedTexts.words.count]
            }
            return (chosen + ["\(number)"]).joined(separator: " ")
        }
    }

    private static let words = [
        "accompagner", "analyser", "animation", "artisan", "atelier", "audit", "bâtiment", "bilan",
        "budget", "cartographie", "chantier", "collectif", "commune", "concevoir", "conduite",
        "coopérative", "développement", "diagnostic", "données", "énergie", "enquête", "équipe",
        "étude", "évaluer", "facilitation", "financement", "formation", "gestion", "gouvernance",
        "habitat", "informatique", "logiciel", "logistique", "maintenance", "médiation", "mobilité",
        "organiser", "paysage", "pilotage", "projet", "qualité", "recherche", "réseau", "sécurité",
        "social", "stratégie", "territoire", "traduction", "transport", "vente",
    ]
}
