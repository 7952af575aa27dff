import Market
import Testing
import Verbs
import Wording

@Suite struct RankOutcomeTests {
    private let rival = ScoredRival(candidate: "c", name: "Claire", score: 0.8, rank: 1)

    @Test(arguments: Language.allCases)
    func everyOutcomeIsOneSentence(language: Language) {
        let wording = Wording(language)
        let ranked: [RankOutcome] = [
            .suggested(rank: 1), .suggested(rank: 3), .behind([rival], most: 1),
            .behind([rival, rival], most: 2), .memberStands(rival),
            .memberTaken([.init(need: "n", title: "Titre", score: 0.7, rank: 2)], most: 1),
            .contactCapReached(notified: 1), .contactCapReached(notified: 20), .turn([]),
            .turn([rival]),
            .turn([rival, rival]), .retained([rival]), .retained([rival, rival]),
            .tooSimilar(rival),
            .heldBack,
        ]
        let noMatch: [NoMatch] = [
            .excluded, .belowFloor(score: 0.31, floor: 0.35), .notRetrieved(most: 1_000),
        ]
        let all =
            ranked.map { wording.sentence(for: $0) } + noMatch.map { wording.sentence(for: $0) }
        for sentence in all {
            #expect(sentence.hasSuffix(".") && !sentence.contains("  "), "\(sentence)")
            #expect(!sentence.dropLast().contains(". "), "\(sentence)")
        }
        #expect(Set(all).count == all.count)
    }
}
