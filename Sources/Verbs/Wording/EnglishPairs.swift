internal import Wording

struct EnglishPairs: PairSentences {
    let wording: Wording

    func notProposed(_ why: String) -> String { "Is not among the suggestions: \(why)." }

    var conditionNotMet: String { "a condition is not met" }

    func belowFloor(_ floor: String, by gap: String) -> String {
        "the score is \(gap) below the floor of \(floor)"
    }

    func notCompared(among most: Int) -> String {
        "only the profiles nearest in content (\(number(most))) and in words (\(number(most))) were "
            + "compared, and this is none of them"
    }
}
