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

    /// The share of skills that two candidates have in common, of all that either holds (Jaccard,
    /// 1901); 0 where one of them names none.
    ///
    /// - Complexity: O(*s*) for each pair, *s* being the skills that both hold.
    public static func skills(of candidates: [Candidate]) -> Likeness {
        var numbers: [Skill.ID: Int32] = [:]
        var held: [[Int32]] = []
        for candidate in candidates {
            var own: Set<Int32> = []
            for skill in candidate.skills {
                let next = Int32(numbers.count)
                let number = numbers[skill.skill, default: next]
                numbers[skill.skill] = number
                own.insert(number)
            }
            held.append(own.sorted())
        }
        let skills = held
        return Likeness { one, other in
            let (left, right) = (skills[one], skills[other])
            guard !left.isEmpty, !right.isEmpty else { return 0 }
            var (i, j, shared) = (0, 0, 0)
            while i < left.count, j < right.count {
                if left[i] == right[j] {
                    shared += 1
                    i += 1
                    j += 1
                } else if left[i] < right[j] {
                    i += 1
                } else {
                    j += 1
                }
            }
            return Double(shared) / Double(left.count + right.count - shared)
        }
    }
}
