internal import Wording

struct FrenchPairs: PairSentences {
    let wording: Wording

    func notProposed(_ why: String) -> String {
        "Ne fait pas partie des suggestions\(colon)\(why)."
    }

    var conditionNotMet: String { "une condition au moins n’est pas remplie" }

    func belowFloor(_ floor: String, by gap: String) -> String {
        "le score est \(gap) sous le seuil de \(floor)"
    }

    func notCompared(among most: Int) -> String {
        "seuls les profils les plus proches par le contenu (\(number(most))) et par les mots "
            + "(\(number(most))) ont été comparés, et celui-ci n’en est pas"
    }
}
