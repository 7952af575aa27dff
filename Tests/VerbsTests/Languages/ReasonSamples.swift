import Market
import Wording

private let money = [50_000, 60_000].map { Money(cents: $0) }

extension LanguageSample {
    /// A predicate, told to the candidate and of them.
    fileprivate static func predicate(
        _ name: String, _ text: @escaping @Sendable (Wording, Bool) -> String
    ) -> LanguageSample {
        LanguageSample(.part, name) { [text($0, true), text($0, false)] }
    }
}

/// What each language says of what speaks for a pair.
let reasonSamples: [LanguageSample] = [
    LanguageSample(.part, "text") { wording in
        SignalKind.allCases.flatMap { kind in
            let text = wording.sentences.text(of: kind)
            return [text.name, text.nameWithArticle]
        }
    },
    .sentence("overAccountLimit") { $0.sentences.overAccountLimit(3, canGive: 1) },
    .sentence("evensOutDebt") { $0.sentences.evensOutDebt(of: 3) },
    .sentence("accountSetsNoLimit") { $0.sentences.accountSetsNoLimit },
    .sentence("accountHasRoom") { $0.sentences.accountHasRoom(3) },
    .predicate("owesHours") { $0.sentences.owesHours(you: $1) },
    .predicate("canStillGive") { $0.sentences.canStillGive(you: $1) },
    .part("wishForRoom") { $0.sentences.wishForRoom },
    .sentence("noFreeDay") { $0.sentences.noFreeDay },
    LanguageSample(.sentence, "freeDays") { wording in
        [0.5, 1, 1.5, 2, 12].flatMap { asked in
            [0.5, 1, 20].map { wording.sentences.freeDays($0, of: asked) }
        }
    },
    .predicate("isFree") { $0.sentences.isFree(you: $1) },
    .part("wishForDays") { $0.sentences.wishForDays },
    .sentence("speaks") { $0.sentences.speaks(["a", "b"]) },
    .predicate("speaks") { $0.sentences.speaks(["a", "b"], you: $1) },
    .sentence("topicsInCommon") { $0.sentences.topicsInCommon(["a"]) },
    .sentence("topicsInCommon") { $0.sentences.topicsInCommon(["a", "b"]) },
    .predicate("sharesTopics") { $0.sentences.sharesTopics(["a"], you: $1) },
    .predicate("sharesTopics") { $0.sentences.sharesTopics(["a", "b"], you: $1) },
    .part("wishForTopic") { $0.sentences.wishForTopic },
    LanguageSample(.sentence, "nearInContent") { wording in
        [true, false].map { wording.sentences.nearInContent(isVery: $0) }
    },
    .predicate("hasNearProfile") { $0.sentences.hasNearProfile(isVery: true, you: $1) },
    .predicate("hasNearProfile") { $0.sentences.hasNearProfile(isVery: false, you: $1) },
    .part("wishForNearness") { $0.sentences.wishForNearness },
    LanguageSample(.sentence, "worksAtDistance") { wording in
        [true, false].map { wording.sentences.worksAtDistance($0) }
    },
    LanguageSample(.sentence, "away") { wording in
        [true, false].flatMap {
            [
                wording.sentences.away(23, remotely: $0),
                wording.sentences.away(23, from: "Caen", remotely: $0),
            ]
        }
    },
    .sentence("onTheSpot") { $0.sentences.onTheSpot(in: "Caen") },
    .predicate("canWorkAtDistance") { $0.sentences.canWorkAtDistance(you: $1) },
    .predicate("isAway") { $0.sentences.isAway(23, you: $1) },
    .predicate("isAway") { $0.sentences.isAway(23, from: "Caen", you: $1) },
    .predicate("isOnTheSpot") { $0.sentences.isOnTheSpot(in: "Caen", you: $1) },
    .part("wishForWorkAtDistance") { $0.sentences.wishForWorkAtDistance },
    .part("wishForShorterTrip") { $0.sentences.wishForShorterTrip(than: 80) },
    .sentence("priceAbove") {
        "A" + $0.sentences.priceAbove(money[0], asked: money[1], perHour: true)
    },
    .sentence("priceWithin") {
        "A" + $0.sentences.priceWithin(money[1], asked: money[0], perHour: false)
    },
    LanguageSample(.sentence, "priceFits") { wording in
        [true, false].map { wording.sentences.priceFits($0) }
    },
    .part("asksLess") { $0.sentences.asksLess },
    .part("asksNoMore") { $0.sentences.asksNoMore },
    .part("wishForPriceWithinLimit") { $0.sentences.wishForPriceWithinLimit },
    .part("wishForLowerPrice") { $0.sentences.wishForLowerPrice },
    .sentence("wordsInCommon") { $0.sentences.wordsInCommon(["a"]) },
    .sentence("wordsInCommon") { $0.sentences.wordsInCommon(["a", "b"]) },
    .predicate("usesWords") { $0.sentences.usesWords(["a", "b"], you: $1) },
    .predicate("isAmongTheClosest") { $0.sentences.isAmongTheClosest(you: $1) },
    .sentence("littleInCommon") { $0.sentences.littleInCommon },
    .part("toCandidate") { $0.sentences.toCandidate("x") },
    .part("contrast") { $0.sentences.contrast("a", with: "b") },
    .part("addition") { $0.sentences.addition("a", of: "b") },
    .sentence("better") { $0.sentences.better(with: ["a", "b"]) },
    .sentence("isLevel") { $0.sentences.isLevel(with: "Claire") },
    .part("score") { $0.sentences.score("0", belowThatOf: "Claire") },
    .part("score") { $0.sentences.score("0", aboveThatOf: "Claire") },
    .part("by") { $0.sentences.by(["a", "b"]) }, .part("despite") { $0.sentences.despite(["a"]) },
]

/// What each language says of skills.
let skillSamples: [LanguageSample] = [
    LanguageSample(.sentence, "holds") { wording in
        counts.map { wording.sentences.holds($0, of: $1, labels: ["a", "b"]) }
    },
    .sentence("belowLevel") { $0.sentences.belowLevel(["a", "b"]) },
    .sentence("close") { $0.sentences.close(["a"]) },
    .sentence("unmentioned") { $0.sentences.unmentioned(["a", "b"]) },
    .part("mandatory") { $0.sentences.mandatory("a") },
    .part("pair") { $0.sentences.pair(held: "a", asked: "b") },
    .part("level") { $0.sentences.level(3) }, .part("level") { $0.sentences.level(3, asked: 4) },
    .part("level") { $0.sentences.level(nil, asked: 4) },
    .predicate("has") { $0.sentences.has(["a", "b"], you: $1) },
    LanguageSample(.part, "share") { wording in
        counts.map { wording.sentences.share($0, of: $1) }
    },
    LanguageSample(.part, "belowLevel") { wording in
        counts.flatMap { count, asked in
            GivenLevels.allCases.flatMap { given in
                [true, false].map {
                    wording.sentences.belowLevel(count, of: asked, others: $0, given: given)
                }
            }
        }
    },
    LanguageSample(.part, "closeSkills") { wording in
        [true, false].flatMap { isOne in
            [true, false].map { wording.sentences.closeSkills(isOne: isOne, isVery: $0) }
        }
    },
    .part("among") { $0.sentences.among("a") },
    .predicate("mentionsNone") { $0.sentences.mentionsNone(of: 1, you: $1) },
    .predicate("mentionsNone") { $0.sentences.mentionsNone(of: 3, you: $1) },
    LanguageSample(.sentence, "mentions") { wording in
        [SkillMention.candidate, .need, .both].map {
            wording.sentences.mentions(["a", "b"], by: $0)
        }
    },
    LanguageSample(.part, "mentions") { wording in
        [SkillMention.candidate, .need, .both].flatMap { mention in
            [true, false].map { wording.sentences.mentions(["a"], by: mention, you: $0) }
        }
    },
    .part("wishForOtherSkills") { $0.sentences.wishForOtherSkills },
    .part("wishForLevel") { $0.sentences.wishForLevel(of: "a") },
    .part("wishForHigherLevel") { $0.sentences.wishForHigherLevel(of: "a") },
]

/// Skills held, and skills asked.
private let counts = [(1, 1), (2, 2), (3, 3), (1, 3), (2, 12)]
