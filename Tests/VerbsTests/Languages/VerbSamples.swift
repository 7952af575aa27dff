import Market
import Solving
import Verbs
import Wording

private let gaps: [MatchCoverage.Gap] = [
    .candidates, .rules(needs: 30), .needSkills(share: 0.1), .candidateSkills(share: 0.1),
    .needTexts(words: 1), .needTexts(words: 4), .candidateTexts(words: 4), .language("de"),
]

/// What each language says of pairs, suggestions and assignments.
let verbSamples: [LanguageSample] = [
    .sentence("notProposed") { $0.pairs.notProposed("x") },
    .part("conditionNotMet") { $0.pairs.conditionNotMet },
    .part("belowFloor") { $0.pairs.belowFloor("a", by: "b") },
    .part("notCompared") { $0.pairs.notCompared(among: 1_000) },
    .part("conditions") { $0.pairs.conditions }, .part("signals") { $0.pairs.signals },
    .part("value") { $0.pairs.value }, .part("weight") { $0.pairs.weight },
    .part("share") { $0.pairs.share }, .part("floor") { $0.pairs.floor },
    .part("learned") { $0.pairs.learned(fit: 3) },
    .sentence("whatScoresMean") { $0.pairs.whatScoresMean },
    .sentence("place") { $0.pairs.place(2, of: 5) },
    .sentence("notAmong") { $0.pairs.notAmong(5) },
    .part("justAbove") { $0.pairs.justAbove },
    .part("lastRun") { $0.pairs.lastRun(3, asOf: Day(number: 20_798)) },
    LanguageSample(.end, "found") { [$0.pairs.found(at: 2, score: 0.5)] },
    LanguageSample(.end, "notFound") {
        [$0.pairs.notFound(considered: 9, eligible: 5, suggested: 2)]
    },
    LanguageSample(.end, "notPartOfRun") { [$0.pairs.notPartOfRun] },

    .sentence("suggested") { $0.rank.suggested(at: 1) },
    .sentence("suggested") { $0.rank.suggested(at: 3) },
    LanguageSample(.part, "listIsFull") { wording in
        [1, 5, 12].map { wording.rank.listIsFull(of: ["A", "B"], most: $0) }
    },
    .part("memberStands") { $0.rank.memberStands(with: "A", at: 2) },
    LanguageSample(.part, "memberIsTaken") { wording in
        [1, 2, 5].map { wording.rank.memberIsTaken(for: ["A", "B"], most: $0) }
    },
    LanguageSample(.part, "contactCapReached") { wording in
        [1, 2, 5].map { wording.rank.contactCapReached($0) }
    },
    LanguageSample(.part, "turn") { wording in
        [[], ["A"], ["A", "B"]].map { wording.rank.turn(of: $0) }
    },
    LanguageSample(.part, "retained") { wording in
        [["A"], ["A", "B"]].map { wording.rank.retained($0) }
    },
    .part("tooSimilar") { $0.rank.tooSimilar(to: "A") }, .part("heldBack") { $0.rank.heldBack },
    .sentence("gone") { $0.rank.gone(["A", "B"]) },
    LanguageSample(.part, "text") { wording in
        RankTradeOff.Departure.allCases.map { wording.rank.text(of: $0) }
            + gaps.map { wording.rank.text(of: $0) }
    },
    LanguageSample(.part, "decided") { wording in
        [true, false].flatMap {
            [
                wording.rank.decided(isAccepted: $0), wording.assign.decided(isAccepted: $0),
                wording.form.decided(isAccepted: $0),
            ]
        }
    },
    .sentence("nightsLearn") { $0.rank.nightsLearn },
    .part("nobodyFound") { $0.rank.nobodyFound(for: 30, of: 34) },
    .part("noScore") { $0.rank.noScore }, .part("best") { $0.rank.best("a", needed: "b") },
    LanguageSample(.part, "floor") { wording in
        [1, 2, 5].map { wording.rank.floor("a", serves: $0) }
    },
    .part("nextFloor") { $0.rank.nextFloor("a", serves: 5) },
    .sentence("missing") { $0.rank.missing(["a", "b"]) },

    .part("forYou") { $0.assign.forYou }, .part("forYourNeeds") { $0.assign.forYourNeeds },
    LanguageSample(.part, "assignments") { wording in
        [0, 1, 2, 5].map { wording.assign.assignments($0) }
    },
    LanguageSample(.part, "newAssignments") { wording in
        [0, 1, 2, 5].map { wording.assign.newAssignments($0) }
    },
    LanguageSample(.part, "answers") { wording in [0, 1, 2, 5].map { wording.assign.answers($0) } },
    .part("among") { $0.assign.among("a", title: "b") },
    .part("sumOfScores") { $0.assign.sumOfScores },
    .part("proof") { $0.assign.proof(sum: "a", bound: nil) },
    .part("proof") { $0.assign.proof(sum: "a", bound: "b") },
    .sentence("isAssigned") { $0.assign.isAssigned },
    .sentence("othersAreWorthMore") { $0.assign.othersAreWorthMore },
    .sentence("decisionNoted") { $0.assign.decisionNoted },
]
