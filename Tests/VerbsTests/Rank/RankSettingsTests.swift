import Market
import Samples
import Settings
import Solving
import Testing
import Verbs

/// Keys of a job file under `solve.rank`.
@Suite struct RankSettingsTests {
    private static let verbs: [any VerbSettings.Type] = [Rank.self]

    private func job(_ text: String) throws -> JobFile {
        try JobFile.load(jobFolder(text).file, verbs: Self.verbs)
    }

    @Test func `a rank job says how far it goes to be fair`() throws {
        let text = validJob.replacing(
            "per_candidate: 4",
            with: "per_candidate: 4, attention: 12, exposure: 1, diversity: 0.15, stability: 0.02")
        #expect(
            try job(text).verb as? Rank
                == Rank(
                    rules: RankRules(
                        perNeed: 5, perCandidate: 4, attention: 12, exposure: 1, diversity: 0.15,
                        stability: 0.02)))
    }

    @Test(arguments: [
        (
            "per_need: 5", "per_need: 0",
            "11: solve.rank.per_need: expected a whole number from 1 to 1000, found “0”"
        ),
        (
            "per_need: 5", "per_need: 5, diversity: 1.5",
            "11: solve.rank.diversity: expected a number from 0 to 1, found “1.5”"
        ),
        (
            "per_need: 5", "per_need: 5, exposure: -1",
            "11: solve.rank.exposure: expected a whole number from 0 to 365, found “-1”"
        ),
        (
            "per_need: 5", "per_need: 5, attention: 4",
            "11: solve.rank.attention: expected a whole number from 5 to 100000, found “4”"
        ),
        (
            "per_need: 5", "per_need: 5, stability: firm",
            "11: solve.rank.stability: expected a number from 0 to 1, found “firm”"
        ),
        (
            "per_need: 5", "per_need: 5, novelty: 1",
            "11: solve.rank.novelty: expected one of the keys known under solve.rank, found an "
                + "unknown one"
        ),
    ])
    func `a wrong key is refused with line, key and what was expected`(
        old: String, new: String, expected: String
    ) throws {
        let text = validJob.replacing(old, with: new, maxReplacements: 1)
        #expect(text != validJob)
        #expect(try problems(inJob: text, verbs: Self.verbs) == ["missions.yaml:\(expected)"])
    }

    @Test func `every key decides`() throws {
        let usual = try job(validJob)
        for keys in [
            "per_need: 6", "per_need: 5, attention: 9", "per_need: 5, exposure: 9",
            "per_need: 5, diversity: 0.1", "per_need: 5, stability: 0.1",
        ] {
            let other = try job(validJob.replacing("per_need: 5", with: keys))
            #expect(other.canonical != usual.canonical, "\(keys)")
            #expect(other.deciding != usual.deciding, "\(keys)")
        }
    }
}
