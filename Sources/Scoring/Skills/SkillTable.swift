internal import Market
internal import Parallel

/// The skills of a market by number, who holds them, and how rare each is.
struct SkillTable: Sendable {
    /// Ids of all skills asked or held, ascending; a skill's number is its index here.
    let ids: [Skill.ID]
    /// Rarity of each skill among the candidates, above 0: the square of its inverse document
    /// frequency, so that what nearly everybody holds decides little.
    let rarity: [Float]
    private let numbers: [Skill.ID: Int]
    /// Where each candidate's holdings begin, and where the last one's end.
    private let starts: [Int]
    private let holdings: [Holding]

    /// A skill held, by number; level 0 where none was said.
    struct Holding: Sendable {
        private let number: Int32
        private let said: Int32

        init(skill: Int, level: Int) {
            number = Int32(skill)
            said = Int32(clamping: level)
        }

        var skill: Int { Int(number) }
        var level: Int { Int(said) }

        /// Level that counts: 3 where none was said, as in `HeldSkill.reaches`.
        var effectiveLevel: Int { level == 0 ? 3 : level }
    }

    /// How many hold each skill: those given, or the candidates of the snapshot.
    let statistics: SkillStatistics

    /// - Parameters:
    ///   - snapshot: What is scored.
    ///   - statistics: How many hold each skill; nil for the snapshot's own candidates.
    init(of snapshot: Snapshot, statistics: SkillStatistics? = nil) {
        ids = MarketTexts.namedSkills(in: snapshot)
        let numbers = Dictionary(
            ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        self.numbers = numbers
        (starts, holdings) = SkillTable.holdings(of: snapshot.candidates, numbers)
        let statistics =
            statistics
            ?? SkillStatistics(
                candidates: snapshot.candidates.count,
                holders: Dictionary(
                    zip(ids, SkillTable.holders(ids.count, starts, holdings)),
                    uniquingKeysWith: { first, _ in first }),
                knowers: MentionTable.knowers(in: snapshot))
        rarity = ids.map { statistics.rarity(of: $0) }
        self.statistics = statistics
    }

    /// The same skills, held by some of the candidates of another table.
    init(_ whole: SkillTable, candidates: [Int]) {
        ids = whole.ids
        rarity = whole.rarity
        statistics = whole.statistics
        numbers = whole.numbers
        var starts = [0]
        var holdings: [Holding] = []
        for candidate in candidates {
            holdings.append(contentsOf: whole.holdings(of: candidate))
            starts.append(holdings.count)
        }
        self.starts = starts
        self.holdings = holdings
    }

    /// The same skills, held by other candidates; those that nobody asked or held are left out.
    init(_ whole: SkillTable, holders: [Candidate]) {
        ids = whole.ids
        rarity = whole.rarity
        statistics = whole.statistics
        numbers = whole.numbers
        (starts, holdings) = SkillTable.holdings(of: holders, whole.numbers)
    }

    /// What candidates hold, one after another, of the skills that have a number.
    private static func holdings(
        of candidates: [Candidate], _ numbers: [Skill.ID: Int]
    ) -> (starts: [Int], holdings: [Holding]) {
        let parts = Threads.chunks(of: candidates.count) { range in
            var counts: [Int] = []
            var holdings: [Holding] = []
            for index in range {
                let before = holdings.count
                for held in candidates[index].skills {
                    guard let skill = numbers[held.skill] else { continue }
                    holdings.append(Holding(skill: skill, level: held.level ?? 0))
                }
                counts.append(holdings.count - before)
            }
            return (counts: counts, holdings: holdings)
        }
        var starts = [0]
        starts.reserveCapacity(candidates.count + 1)
        for part in parts {
            for count in part.counts { starts.append(starts[starts.count - 1] + count) }
        }
        var holdings: [Holding] = []
        holdings.reserveCapacity(starts[starts.count - 1])
        for part in parts { holdings.append(contentsOf: part.holdings) }
        return (starts, holdings)
    }

    /// How many candidates hold each skill.
    private static func holders(_ skills: Int, _ starts: [Int], _ holdings: [Holding]) -> [Int] {
        var holders = [Int](repeating: 0, count: skills)
        var last = [Int](repeating: -1, count: skills)
        for (candidate, (start, end)) in zip(starts, starts.dropFirst()).enumerated() {
            for holding in holdings[start..<end] where last[holding.skill] != candidate {
                last[holding.skill] = candidate
                holders[holding.skill] += 1
            }
        }
        return holders
    }

    var count: Int { ids.count }

    var isHeldByNobody: Bool { holdings.isEmpty }

    /// Number of a skill that the market names.
    func number(of id: Skill.ID) -> Int? { numbers[id] }

    /// What a candidate holds, in the order of the profile.
    func holdings(of candidate: Int) -> ArraySlice<Holding> {
        holdings[starts[candidate]..<starts[candidate + 1]]
    }

    /// Skills that any of some candidates holds, ascending.
    func held(by candidates: some Sequence<Int>) -> [Int] {
        var isHeld = [Bool](repeating: false, count: count)
        for candidate in candidates {
            for holding in holdings(of: candidate) { isHeld[holding.skill] = true }
        }
        return isHeld.indices.filter { isHeld[$0] }
    }
}
