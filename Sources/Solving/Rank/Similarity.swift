public import Market
internal import Parallel

/// How alike candidates are, two at a time.
public struct Similarity: Sendable {
    /// From 0, nothing in common, to 1, the same; the same both ways round. Candidates are given by
    /// their places.
    public let between: @Sendable (_ one: Int, _ other: Int) -> Double

    /// A similarity of any kind, such as the cosine of two vectors.
    public init(between: @escaping @Sendable (_ one: Int, _ other: Int) -> Double) {
        self.between = between
    }

    /// The same of anybody.
    public static func skills(of candidates: [Candidate]) -> Similarity {
        skills(of: candidates, at: candidates.indices)
    }

    /// The share of skills that two candidates have in common, of all that either holds (Jaccard,
    /// 1901); 0 where one of them names none.
    ///
    /// - Parameters:
    ///   - candidates: All candidates.
    ///   - positions: Places of those who will be compared, and nobody else.
    /// - Complexity: O(*n* log *n*) in the skills of each, on all cores; then O(*s*) for each pair,
    ///   *s* being the skills that both hold.
    public static func skills(
        of candidates: [Candidate], at positions: some Sequence<Int>
    ) -> Similarity {
        var compared = [Bool](repeating: false, count: candidates.count)
        for index in positions { compared[index] = true }
        let isCompared = compared
        let named = Threads.chunks(of: candidates.count) { positions in
            var ids: Set<Skill.ID> = []
            for index in positions where isCompared[index] {
                for held in candidates[index].skills { ids.insert(held.skill) }
            }
            return ids
        }
        let numbers = Dictionary(
            named.reduce(into: Set()) { $0.formUnion($1) }.enumerated().map { ($1, Int32($0)) },
            uniquingKeysWith: { one, _ in one })
        let lists = Threads.chunks(of: candidates.count) { positions in
            var (skills, counts): ([Int32], [Int]) = ([], [])
            for index in positions {
                let before = skills.count
                if isCompared[index] {
                    let own = candidates[index].skills.compactMap { numbers[$0.skill] }.sorted()
                    for number in own where skills.count == before || skills.last != number {
                        skills.append(number)
                    }
                }
                counts.append(skills.count - before)
            }
            return (skills: skills, counts: counts)
        }
        // Skills of all candidates, one after another, each one's ascending.
        var skills: [Int32] = []
        var starts: [Int32] = [0]
        skills.reserveCapacity(lists.reduce(0) { $0 + $1.skills.count })
        starts.reserveCapacity(candidates.count + 1)
        for list in lists {
            for count in list.counts { starts.append((starts.last ?? 0) + Int32(count)) }
            skills += list.skills
        }
        return Similarity { [skills, starts] one, other in
            skills.withUnsafeBufferPointer { skills in
                var (i, j) = (Int(starts[one]), Int(starts[other]))
                let (end, otherEnd) = (Int(starts[one + 1]), Int(starts[other + 1]))
                let count = end - i + otherEnd - j
                guard i < end, j < otherEnd else { return 0 }
                var shared = 0
                while i < end, j < otherEnd {
                    let (left, right) = (skills[i], skills[j])
                    shared += left == right ? 1 : 0
                    i += left <= right ? 1 : 0
                    j += right <= left ? 1 : 0
                }
                return Double(shared) / Double(count - shared)
            }
        }
    }
}
