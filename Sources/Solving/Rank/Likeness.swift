public import Market

/// How alike candidates are, two at a time.
public struct Likeness: Sendable {
    /// From 0, nothing in common, to 1, the same; the same both ways round. Candidates are given by
    /// their places.
    public let between: @Sendable (_ one: Int, _ other: Int) -> Double

    /// A likeness of any kind, such as the cosine of two vectors.
    public init(between: @escaping @Sendable (_ one: Int, _ other: Int) -> Double) {
        self.between = between
    }

    /// The same of anybody.
    public static func skills(of candidates: [Candidate]) -> Likeness {
        skills(of: candidates, at: candidates.indices)
    }

    /// The share of skills that two candidates have in common, of all that either holds (Jaccard,
    /// 1901); 0 where one of them names none.
    ///
    /// - Parameters:
    ///   - candidates: All candidates.
    ///   - places: Places of those who will be compared, and nobody else.
    /// - Complexity: O(*s*) for each pair, *s* being the skills that both hold.
    public static func skills(
        of candidates: [Candidate], at places: some Sequence<Int>
    ) -> Likeness {
        var isCompared = [Bool](repeating: false, count: candidates.count)
        for place in places { isCompared[place] = true }
        var numbers: [Skill.ID: Int32] = [:]
        // Skills of all candidates, one after another, ascending.
        var skills: [Int32] = []
        var starts: [Int32] = [0]
        for place in candidates.indices {
            if isCompared[place] {
                var own: Set<Int32> = []
                for skill in candidates[place].skills {
                    let next = Int32(numbers.count)
                    let number = numbers[skill.skill, default: next]
                    numbers[skill.skill] = number
                    own.insert(number)
                }
                skills += own.sorted()
            }
            starts.append(Int32(skills.count))
        }
        return Likeness { [skills, starts] one, other in
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
