public import Encoding
public import Market
public import Scoring

/// A small market with a little of everything, and much left unsaid.
public struct RandomMarket: Sendable {
    public var snapshot: Snapshot
    public var policy: MatchPolicy
    public var vectors: Vectors

    public static let labels = [
        "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india",
        "juliett", "kilo", "lima", "mike", "november",
    ]
    public static let towns: [(String, Double, Double)] = [
        ("Caen", 49.183, -0.37), ("Alençon", 48.433, 0.093), ("Le Havre", 49.494, 0.108),
        ("Grenoble", 45.188, 5.725), ("Aix-en-Provence", 43.529, 5.447),
    ]
    static let words = [
        "concertation", "numérique", "budget", "atelier", "réseau", "territoire", "audit",
        "facilitation", "coopérative", "énergie",
    ]

    public init(seed: UInt64, needs: Int = 6, candidates: Int = 20) throws {
        var random = SeededGenerator(seed: seed)
        var snapshot = Snapshot()
        for (index, label) in RandomMarket.labels.enumerated() {
            let id = "s\(index)"
            snapshot.skills[id] = Skill(id: id, french: label, english: label + "ing")
        }
        snapshot.candidates = (0..<candidates).map { .random($0, using: &random) }
        snapshot.needs = (0..<needs).map { .random($0, using: &random) }
        for _ in 0..<3 {
            snapshot.refusals.insert(
                MemberPair(
                    "m\(Int.random(in: 0..<candidates, using: &random))",
                    "m\(Int.random(in: 0..<candidates, using: &random))"))
        }
        var require = Set(Exclusion.Rule.requirable)
        for rule in Exclusion.Rule.requirable where random.chance(0.6) { require.remove(rule) }
        var weights: [SignalKind: Double] = [:]
        for kind in SignalKind.allCases where random.chance(0.8) {
            weights[kind] = Double(Int.random(in: 1...10, using: &random)) / 10
        }
        self.snapshot = snapshot
        policy = MatchPolicy(weights: weights, require: require, floor: 0.02)
        vectors = try RandomMarket.vectors(MarketTexts(of: snapshot), using: &random)
    }

    /// Vectors that share a direction and cluster around a few topics, as an encoder's do.
    public static func vectors(_ texts: MarketTexts, using random: inout SeededGenerator)
        throws -> Vectors
    {
        let dimension = 24
        func row(_ scale: Float) -> [Float] {
            (0..<dimension).map { _ in Float.random(in: -scale...scale, using: &random) }
        }
        let common = [Float](repeating: 1, count: dimension)
        let topics = (0..<4).map { _ in row(0.8) }
        var values: [Float] = []
        for text in texts.all {
            let topic = topics[Int.random(in: 0..<4, using: &random)]
            let own = row(0.5)
            for offset in 0..<dimension {
                values.append(text.isEmpty ? 0 : common[offset] + topic[offset] + own[offset])
            }
        }
        return try Vectors(
            normalising: values, count: texts.all.count, dimension: dimension)
    }

    public var market: MarketVectors {
        MarketVectors(texts: MarketTexts(of: snapshot), vectors: vectors)
    }
    public var scorer: Scorer { Scorer(snapshot: snapshot, vectors: market, policy: policy) }
}

extension RandomMarket {
    /// Takes the vectors of some needs and candidates away, and all that others say.
    public mutating func silence(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed &+ 1_000)
        for place in snapshot.candidates.indices where random.chance(0.2) {
            snapshot.candidates[place].title = ""
            snapshot.candidates[place].text = ""
            if random.chance(0.5) { snapshot.candidates[place].skills = [] }
        }
        for place in snapshot.needs.indices where random.chance(0.2) {
            snapshot.needs[place].title = ""
            snapshot.needs[place].text = ""
            if random.chance(0.5) { snapshot.needs[place].skills = [] }
        }
        vectors = try RandomMarket.vectors(MarketTexts(of: snapshot), using: &random)
    }
}

extension MatchPolicy {
    public func with(retrieve: Int, floor: Double) -> MatchPolicy {
        MatchPolicy(weights: weights, require: require, floor: floor, retrieve: retrieve)
    }
}

extension SeededGenerator {
    public mutating func chance(_ probability: Double) -> Bool {
        Double.random(in: 0..<1, using: &self) < probability
    }

    public mutating func some<Value>(_ probability: Double, _ value: (inout Self) -> Value)
        -> Value?
    {
        chance(probability) ? value(&self) : nil
    }

    mutating func place() -> Place? {
        let town = RandomMarket.towns[Int.random(in: 0..<RandomMarket.towns.count, using: &self)]
        return Place(name: town.0, latitude: town.1, longitude: town.2)
    }

    mutating func text() -> String {
        (0..<Int.random(in: 0...5, using: &self)).map { _ in
            RandomMarket.words[Int.random(in: 0..<RandomMarket.words.count, using: &self)]
        }.joined(separator: " ")
    }

    mutating func subset(_ items: [String], _ probability: Double) -> [String] {
        items.filter { _ in chance(probability) }
    }

    mutating func exchange() -> Set<Exchange> {
        chance(0.5) ? [] : Set(Exchange.allCases.filter { _ in chance(0.5) })
    }

    mutating func account() -> TimeAccount {
        let balance = Int.random(in: -20...20, using: &self)
        return TimeAccount(
            balance: Double(balance), lowest: balance.isMultiple(of: 5) ? nil : -20,
            highest: balance.isMultiple(of: 3) ? nil : 20)
    }
}

extension RandomMarket {
    /// Up to three topics, by arithmetic: what is drawn of all else stays as it was.
    static func topics(_ index: Int) -> [String] {
        index % 5 == 0 ? [] : (0..<index % 3 + 1).map { "Topic \((index * 7 + $0 * 3) % 6)" }
    }
}

extension Candidate {
    static func random(_ index: Int, using random: inout SeededGenerator) -> Candidate {
        let ids = (0..<RandomMarket.labels.count).map { "s\($0)" }
        let start = Day(number: 20_000)
        var calendar = WorkCalendar()
        if let months = Period(from: start, to: start.advanced(by: 60)), random.chance(0.7) {
            let days = Double(Int.random(in: 1...5, using: &random))
            calendar = WorkCalendar(availabilities: [
                Availability(period: months, daysPerWeek: days)
            ])
        }
        return Candidate(
            id: "c\(index)", member: "m\(index)", name: "Member \(index)",
            title: random.text(), text: random.text(),
            language: random.chance(0.8) ? .french : .english,
            skills: random.chance(0.1)
                ? []
                : random.subset(ids, 0.3).map {
                    HeldSkill(
                        skill: $0, level: random.some(0.8) { Int.random(in: 1...5, using: &$0) })
                },
            languages: random.subset(["fr", "en", "es"], 0.6),
            place: random.chance(0.8) ? random.place() : nil,
            radius: random.some(0.7) { Double(Int.random(in: 10...300, using: &$0)) },
            remote: random.chance(0.6), calendar: calendar,
            rate: random.some(0.7) { Money(cents: Int.random(in: 300...900, using: &$0) * 100) },
            exchange: random.exchange(), account: random.some(0.6) { $0.account() },
            certifications: random.subset(["Qualiopi", "ISO 9001"], 0.5),
            consentsToBids: random.chance(0.7), topics: RandomMarket.topics(index))
    }
}

extension Need {
    static func random(_ index: Int, using random: inout SeededGenerator) -> Need {
        let ids = (0..<RandomMarket.labels.count).map { "s\($0)" }
        let start = Day(number: 20_000)
        return Need(
            id: "n\(index)",
            owner: random.some(0.7) { "m\(Int.random(in: 0..<20, using: &$0))" },
            title: random.text(), text: random.text(),
            language: random.chance(0.8) ? .french : .english,
            skills: random.subset(ids, 0.25).map {
                AskedSkill(
                    skill: $0, level: random.some(0.7) { Int.random(in: 1...5, using: &$0) },
                    weight: Double(Int.random(in: 1...3, using: &random)),
                    mandatory: random.chance(0.2))
            },
            languages: random.subset(["fr", "en"], 0.5),
            place: random.chance(0.8) ? random.place() : nil,
            remote: Remote.allCases[Int.random(in: 0..<3, using: &random)],
            window: random.chance(0.8)
                ? Period(
                    from: start, to: start.advanced(by: Int.random(in: 3...60, using: &random)))
                : nil,
            days: random.some(0.8) { Double(Int.random(in: 1...20, using: &$0)) },
            rateMax: random.some(0.7) { Money(cents: Int.random(in: 300...900, using: &$0) * 100) },
            hours: random.some(0.5) { Double(Int.random(in: 1...20, using: &$0)) },
            exchange: random.exchange(), account: random.some(0.6) { $0.account() },
            certifications: random.subset(["qualiopi"], 0.2),
            topics: RandomMarket.topics(3 * index + 1))
    }
}
