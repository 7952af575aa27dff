import Market
import Solving
import TestSupport
import Testing

/// Assignments held against every assignment there is.
@Suite struct AssignTests {
    @Test(arguments: 0..<60 as Range<UInt64>)
    func `no assignment within the caps has a higher total`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let needs = Int.random(in: 1...4, using: &random)
        let candidates = Int.random(in: 1...4, using: &random)
        let holders = Int.random(in: 1...2, using: &random)
        let perMember = Int.random(in: 1...2, using: &random)
        var pairs: [(need: Int, candidate: Int, score: Float)] = []
        for need in 0..<needs {
            for candidate in 0..<candidates where Bool.random(using: &random) {
                pairs.append((need, candidate, Float.random(in: 0.1...1, using: &random)))
            }
        }
        let matches = Self.matches(pairs, needs: needs, candidates: candidates)
        let assignment = assign(matches, holders: holders, perMember: perMember)

        var best = 0.0
        for choice in 0..<(1 << pairs.count) {
            let chosen = pairs.indices.filter { choice >> $0 & 1 == 1 }.map { pairs[$0] }
            let perNeed = Dictionary(grouping: chosen, by: \.need).values
            let perCandidate = Dictionary(grouping: chosen, by: \.candidate).values
            guard perNeed.allSatisfy({ $0.count <= holders }),
                perCandidate.allSatisfy({ $0.count <= perMember })
            else { continue }
            best = max(best, chosen.reduce(0) { $0 + Double($1.score) })
        }
        #expect(abs(assignment.total - best) < 1e-6)
        #expect(assignment.isProven && assignment.bound >= assignment.total - 1e-9)
        let taken = Dictionary(grouping: assignment.pairs, by: \.need).values
        #expect(taken.allSatisfy { $0.count <= holders })
    }

    private static func matches(
        _ pairs: [(need: Int, candidate: Int, score: Float)], needs: Int, candidates: Int
    ) -> Matches {
        Matches(
            needs: (0..<needs).map {
                Need(id: "n\($0)", title: "", text: "", language: .french, skills: [], remote: .no)
            },
            candidates: (0..<candidates).map {
                Candidate(
                    id: "c\($0)", title: "", text: "", language: .french, skills: [],
                    remote: false)
            },
            perNeed: (0..<needs).map { need in
                pairs.filter { $0.need == need }.sorted { $0.score > $1.score }.map {
                    Match(
                        need: $0.need, candidate: $0.candidate, score: $0.score,
                        fused: Double($0.score))
                }
            },
            tallies: (0..<needs).map { _ in NeedTally(considered: 0, eligible: 0) })
    }
}
