import Market
import TestSupport
import Testing
import Text

extension SoftTFIDFIndex {
    fileprivate init(
        documents: [Text], queries: [Text], statistics: WordStatistics? = nil
    ) {
        self.init(
            documents: documents.count, queries: queries.count, statistics: statistics
        ) {
            documents[$0]
        } query: {
            queries[$0]
        }
    }
}

struct SoftTFIDFTests {
    private func scores(
        _ query: String, _ documents: [String], language: TextLanguage = .french
    ) -> [Float] {
        let index = SoftTFIDFIndex(
            documents: documents.map { .init(prepared($0), language: language) },
            queries: [.init(prepared(query), language: language)])
        return index.scores(of: index.queries[0])
    }

    @Test func theSameWordsMeetEntirelyAndOthersNotAtAll() {
        let scores = scores("Travaux de menuiserie", ["menuiserie, travaux", "comptabilité"])
        #expect(abs(scores[0] - 1) < 1e-5)
        #expect(scores[1] == 0)
    }

    @Test func relatedWordsMeetWhereStemsPart() {
        let scores = scores(
            "un menuisier", ["menuiserie bois", "transport scolaire", "MENUISIERS"])
        #expect(scores[0] > 0.05)
        #expect(scores[1] == 0)
        #expect(scores[2] > scores[0])
    }

    @Test func bothEndsCount() {
        let scores = scores(
            "nettoyage des vitres", ["nettoyage", "nettoyage vitres bureaux écoles piscines"])
        #expect(scores[0] > 0.5 && scores[0] < 1)
        #expect(scores[1] > 0.5 && scores[1] < 1)
    }

    @Test func aSideWithoutWordsSaysNothing() {
        #expect(scores("", ["menuiserie"])[0].isNaN)
        let silent = scores("menuiserie", ["", "de la 2024"]).map(\.isNaN)
        #expect(silent == [true, true])
    }

    @Test func phrasesCountAsIfTheyStoodInTheText() {
        let texts = ["audit, menuiserie bois", "plomberie", "bois, bois et menuiserie"]
        let whole = SoftTFIDFIndex(
            documents: texts.map { .init($0, language: .french) },
            queries: [.init("travaux de bois, audit", language: .french)])
        let parts = SoftTFIDFIndex(
            documents: [
                .init("audit", phrases: ["menuiserie bois"], language: .french),
                .init("", phrases: ["plomberie"], language: .french),
                .init("bois", phrases: ["bois", "menuiserie bois"], language: .french),
            ],
            queries: [.init("travaux de", phrases: ["bois", "audit"], language: .french)])
        #expect(parts.scores(of: parts.queries[0]) == whole.scores(of: whole.queries[0]))
        #expect(parts.statistics == whole.statistics)
    }

    @Test func aMillionTimesTheSameTextIsReadOnceForEach() {
        let scores = scores("audit", Array(repeating: "audit interne", count: 10_000))
        #expect(Set(scores).count == 1)
    }

    @Test func languagesAreGuessedByTheirStopWords() {
        let texts = [
            "Directeur technique", "Les équipes de la région", "They work with the teams",
            "Accompagner une équipe dans son projet",
        ]
        #expect(guessedLanguages(of: texts) == [.french, .french, .english, .french])
        #expect(guessedLanguages(of: ["Audit"]) == [.french])
        #expect(guessedLanguages(of: ["Audit", "with them"]) == [.english, .english])
    }

    @Test func sharedWordsAreTheTellingOnesAsTheTextWritesThem() {
        let documents = [
            "Animation d'ateliers, animation de tiers-lieux", "Audit énergétique de bâtiments",
        ]
        let trainings = (0..<8).map { "Formation \($0) en 2024" }
        let text = "Recherchons ANIMATION d’un Atelier en 2024, formations et formation comprises"
        let index = SoftTFIDFIndex(
            documents: (documents + trainings).map { .init(prepared($0), language: .french) },
            queries: [.init(prepared(text), language: .french)])
        func shared(with other: String, limit: Int) -> [String] {
            index.statistics.shared((text, .french), with: (other, .french), limit: limit)
        }
        #expect(shared(with: documents[0], limit: 5) == ["Atelier", "ANIMATION"])
        #expect(shared(with: documents[0], limit: 1) == ["Atelier"])
        #expect(shared(with: documents[0], limit: 0).isEmpty)
        #expect(shared(with: documents[1], limit: 5).isEmpty)
        // Most texts are about training: it tells nothing, and neither does the year. A word's other
        // forms are rarer.
        #expect(shared(with: trainings[0], limit: 5) == ["formations"])
        // Nobody writes “nbsp” or “eacute”.
        let marked = "Atelier&nbsp;: l&rsquo;<b>&Eacute;nergie</b>, des donn&eacute;es, le mur"
        #expect(
            index.statistics.shared(
                (marked, .french), with: ("Un don d&rsquo;&eacute;nergie&nbsp;! Nos murs", .french),
                limit: 5) == ["Énergie", "mur"])
    }

    /// More texts than one thread reads at a stretch: each is found as it is alone.
    @Test func manyTextsAreReadAsEachAlone() {
        let words = ["audit", "menuiserie", "bois", "compost", "vitres", "écoles", "piscines"]
        var random = SeededGenerator(seed: 5)
        let texts = (0..<5_000).map { _ in
            (0..<Int.random(in: 1...4, using: &random))
                .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
        }
        let query = SoftTFIDFIndex.Text("menuiserie des écoles", language: .french)
        let index = SoftTFIDFIndex(
            documents: texts.map { .init($0, language: .french) }, queries: [query])
        let scores = index.scores(of: index.queries[0])
        let alone = Dictionary(
            Set(texts).map { text in
                let one = SoftTFIDFIndex(
                    documents: [.init(text, language: .french)], queries: [query],
                    statistics: index.statistics)
                return (text, one.scores(of: one.queries[0])[0])
            }, uniquingKeysWith: { first, _ in first })
        #expect(scores == texts.map { alone[$0] ?? .nan })
        #expect(Set(scores).count > 10)
    }
}
