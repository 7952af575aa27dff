internal import Foundation
internal import Market
internal import Parallel

/// The skills that one side's texts mention and the other declares or mentions too.
///
/// A mention is weaker than a declaration: it adds a little where both sides know the skill, and takes
/// nothing away where one does not.
struct MentionTable: Sendable {
    /// Skills that any need asks or mentions, and anybody mentions, ascending.
    let ids: [Skill.ID]
    /// What each adds where both sides know it, 0 … 1.
    private let strengths: [Float]
    private let needs: Rows
    private let candidates: Rows
    /// Skills that each candidate mentions, where a mention is as good as a declaration; empty otherwise.
    private let sufficing: [[SkillTable.Holding]]

    /// What a mention of a skill that nobody else has adds to what is not covered already.
    private static let most = 0.2

    /// Numbers of skills of each row, ascending; twice the number, and one more where it is declared.
    private struct Rows: Sendable {
        var starts: [Int32] = [0]
        var values: [Int32] = []

        subscript(row: Int) -> ArraySlice<Int32> {
            values[Int(starts[row])..<Int(starts[row + 1])]
        }

        init(_ lists: [[Int32]]) {
            starts.reserveCapacity(lists.count + 1)
            for list in lists {
                values.append(contentsOf: list)
                starts.append(Int32(values.count))
            }
        }
    }

    /// - Parameters:
    ///   - snapshot: What is scored.
    ///   - skills: Its skills, with how many mention each.
    ///   - use: What mentions are worth.
    init(of snapshot: Snapshot, skills: SkillTable, use: MentionUse) {
        let mentioned = use == .ignored ? [] : MentionTable.mentioned(in: snapshot)
        ids = mentioned.sorted()
        let numbers = Dictionary(
            ids.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        strengths = ids.map { skills.statistics.mentionStrength(of: $0, most: MentionTable.most) }
        @Sendable func list(_ declared: [Skill.ID], _ mentioned: [Skill.ID]) -> [Int32] {
            var list = mentioned.compactMap { numbers[$0].map { 2 * $0 } }
            for id in declared { if let number = numbers[id] { list.append(2 * number + 1) } }
            return list.sorted()
        }
        let isNone = ids.isEmpty
        needs = Rows(
            snapshot.needs.map { isNone ? [] : list($0.skills.map(\.skill), $0.mentioned) })
        candidates = Rows(
            isNone
                ? snapshot.candidates.map { _ in [] }
                : Threads.chunks(of: snapshot.candidates.count) { range in
                    range.map { index in
                        let candidate = snapshot.candidates[index]
                        return list(candidate.skills.map(\.skill), candidate.mentioned)
                    }
                }.flatMap(\.self))
        guard use == .suffices else {
            sufficing = []
            return
        }
        sufficing = snapshot.candidates.map { candidate in
            candidate.mentioned.compactMap { skills.number(of: $0) }
                .map { SkillTable.Holding(skill: $0, level: 0) }
        }
    }

    /// The skills that a candidate mentions, as held at no level said, where that is enough.
    func sufficing(of candidate: Int) -> [SkillTable.Holding] {
        sufficing.isEmpty ? [] : sufficing[candidate]
    }

    /// Skills that any need asks or mentions, and that a need or a candidate mentions.
    static func mentioned(in snapshot: Snapshot) -> Set<Skill.ID> {
        var mentioned: Set<Skill.ID> = []
        var asked: Set<Skill.ID> = []
        for need in snapshot.needs {
            mentioned.formUnion(need.mentioned)
            asked.formUnion(need.skills.lazy.map(\.skill))
        }
        for candidate in snapshot.candidates where !candidate.mentioned.isEmpty {
            for id in candidate.mentioned where asked.contains(id) { mentioned.insert(id) }
        }
        return mentioned
    }

    /// How many candidates hold or mention each skill of ``mentioned(in:)``.
    static func knowers(in snapshot: Snapshot) -> [Skill.ID: Int] {
        let mentioned = mentioned(in: snapshot)
        guard !mentioned.isEmpty else { return [:] }
        return Threads.chunks(of: snapshot.candidates.count) { range in
            var counts: [Skill.ID: Int] = [:]
            for index in range {
                let candidate = snapshot.candidates[index]
                for id in Set(candidate.mentioned).union(candidate.skills.lazy.map(\.skill))
                where mentioned.contains(id) {
                    counts[id, default: 0] += 1
                }
            }
            return counts
        }.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    }

    /// What mentions add for a pair to what is not covered already, 0 … 1.
    ///
    /// - Complexity: O(skills of both); nothing is allocated.
    func added(need: Int, candidate: Int) -> Double {
        var left: Float = 1
        forEachShared(need, candidate) { number, _, _ in left *= 1 - strengths[Int(number)] }
        return Double(1 - left)
    }

    /// The skills that both sides know and not both declare, with which side's texts mention each.
    func shared(need: Int, candidate: Int) -> [(skill: Skill.ID, by: SkillMention)] {
        var shared: [(skill: Skill.ID, by: SkillMention)] = []
        forEachShared(need, candidate) { number, isAsked, isHeld in
            shared.append((ids[Int(number)], isAsked ? .candidate : isHeld ? .need : .both))
        }
        return shared
    }

    private func forEachShared(
        _ need: Int, _ candidate: Int, _ body: (Int32, _ isAsked: Bool, _ isHeld: Bool) -> Void
    ) {
        let (one, other) = (needs[need], candidates[candidate])
        var (left, right) = (one.startIndex, other.startIndex)
        while left < one.endIndex, right < other.endIndex {
            let (mine, theirs) = (one[left], other[right])
            if mine >> 1 < theirs >> 1 {
                left += 1
            } else if mine >> 1 > theirs >> 1 {
                right += 1
            } else {
                if mine & 1 == 0 || theirs & 1 == 0 {
                    body(mine >> 1, mine & 1 == 1, theirs & 1 == 1)
                }
                left += 1
                right += 1
            }
        }
    }
}
