import Market
import Wording

private let money = [50_000, 60_000].map { Money(cents: $0) }

/// What each language says of hard rules, and of those that fail one.
let exclusionSamples: [LanguageSample] = [
    LanguageSample(.part, "text") { wording in
        Exclusion.Rule.allCases.flatMap { rule in
            let text = wording.sentences.text(of: rule)
            return [text.name, text.state]
        }
    },
    .exclusion("ownNeed") { $0.sentences.ownNeed }, .exclusion("refusal") { $0.sentences.refusal },
    .exclusion("missingLanguages") { $0.sentences.missingLanguages(["a", "b"]) },
    .exclusion("missingLanguages") { $0.sentences.missingLanguages(["a"]) },
    .exclusion("tooFar") { $0.sentences.tooFar(96.2, radius: 50, least: 97) },
    .exclusion("notAtDistance") { $0.sentences.notAtDistance },
    .exclusion("tooFewDays") { $0.sentences.tooFewDays(0, asked: 3, more: 3) },
    .exclusion("tooFewDays") { $0.sentences.tooFewDays(1.5, asked: 3, more: 1.5) },
    .exclusion("unmentionedSkill") { $0.sentences.unmentionedSkill("s", level: nil) },
    .exclusion("unmentionedSkill") { $0.sentences.unmentionedSkill("s", level: 3) },
    .exclusion("tooLowLevel") { $0.sentences.tooLowLevel(2, of: "s", asked: 4) },
    .exclusion("missingCertifications") { $0.sentences.missingCertifications(["Q"]) },
    .exclusion("missingCertifications") { $0.sentences.missingCertifications(["Q", "R"]) },
    .exclusion("tooExpensive") {
        $0.sentences.tooExpensive(money[1], limit: money[0], perHour: true)
    },
    .exclusion("noExchangeInCommon") { $0.sentences.noExchangeInCommon },
    .exclusion("overdrawn") { $0.sentences.overdrawn(3, room: 0) },
    .exclusion("overdrawn") { $0.sentences.overdrawn(3, room: 1) },
    .exclusion("noTopicInCommon") { $0.sentences.noTopicInCommon(["a", "b"]) },
    .exclusion("noConsent") { $0.sentences.noConsent },
    .exclusion("declined") { $0.sentences.declined },
    .exclusion("declinedLately") { $0.sentences.declinedLately },
    .part("ruledOut") { $0.sentences.ruledOut },
    .part("eitherSideChanges") { $0.sentences.eitherSideChanges },
    .part("staysAway") { $0.sentences.staysAway(until: "x") },
    .part("staysAway") { $0.sentences.staysAway(forDays: 90) },
    .part("returns") { $0.sentences.returns(once: "x") },
    .part("returns") { $0.sentences.returns(daysLater: 90) },
]

/// What each language says of needs that nobody is found for.
let outcomeSamples: [LanguageSample] = [
    .sentence("noCandidate") { $0.sentences.noCandidate },
    LanguageSample(.part, "nobodyEligible") { wording in
        [1, 2, 5].map { wording.sentences.nobodyEligible(among: $0) }
    },
    LanguageSample(.part, "notCloseEnough") { wording in
        [1, 2, 5].map { wording.sentences.notCloseEnough($0) }
    },
    LanguageSample(.part, "suitableElsewhere") { wording in
        [1, 2, 5].map { wording.sentences.suitableElsewhere($0) }
    },
    .part("asForOthers") { $0.sentences.asForOthers },
    LanguageSample(.sentence, "contactCapReached") { wording in
        [1, 2, 5].map { wording.sentences.contactCapReached($0) }
    },
]
