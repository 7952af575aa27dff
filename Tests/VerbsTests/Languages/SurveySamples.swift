import Market
import Wording

private let faults: [SetAside.Fault] = [
    .negative(found: "-1"), .notPositive(found: ""), .reversedDates(first: "b", last: "a"),
    .level(found: "9"), .unknownSkill(found: "s"), .refusesSelf, .offTheGlobe(found: "99"),
    .tooLong(bytes: 70_000, limit: 65_536), .duplicate,
]

private let remarks: [SurveyRemark] =
    [.noMembers]
    + SurveyRemark.Side.allCases.flatMap { side in
        [.empty(side), .mostLost(side, lost: 3, rows: 4)]
            + SurveyRemark.Aspect.allCases.flatMap { aspect in
                [0, 0.25].map { SurveyRemark.seldom(side, aspect, share: $0) }
            }
    }
    + [1, 2, 5].flatMap { count in
        [
            .setAside(count), .unknownSkills(count), .unknownOwners(count),
            .unknownMembers(count), .missingAddresses(count), .malformedAddresses(count),
            .bouncedAddresses(count),
        ]
    }

/// What each language says of rows, and of rows set aside.
let surveySamples: [LanguageSample] = [
    LanguageSample(.end, "text") { wording in faults.map { wording.sentences.text(of: $0) } },
    .sentence("text") { $0.sentences.text(of: .nothingToMatch) },
    LanguageSample(.shared, "text") { wording in
        SetAside.Expectation.Thing.allCases.map { wording.sentences.text(of: $0) }
    },
    LanguageSample(.end, "text") { wording in
        [SetAside.Expectation.a(.number), .recorded("a number")].map {
            wording.sentences.text(of: .unreadable(expected: $0))
        }
    },
    .part("oneOf") { $0.sentences.oneOf(["a", "b"]) },
    .part("someOf") { $0.sentences.someOf(["a", "b"]) },
    .part("field") { $0.sentences.field("a") + "b" },
    .part("empty") { $0.sentences.empty },
    LanguageSample(.sentence, "meaning") { wording in
        remarks.map { wording.sentences.meaning(of: $0) }
    },
    LanguageSample(.sentence, "mend") { wording in remarks.map { wording.sentences.mend(for: $0) }
    },
    LanguageSample(.part, "label") { wording in
        SurveyLabel.allCases.map { wording.sentences.label($0) }
    },
    LanguageSample(.part, "noun") { wording in
        SurveyRemark.Side.allCases.map { wording.sentences.noun($0) }
            + SurveyRemark.Aspect.allCases.map { wording.sentences.noun($0) }
    },
    LanguageSample(.part, "rowsRead") { wording in
        [0, 1, 2, 5].map { wording.sentences.rowsRead($0) }
    },
    LanguageSample(.part, "rowsLeftOut") { wording in
        [0, 1, 2, 5].map { wording.sentences.rowsLeftOut($0) }
    },
    .part("suchAs") { $0.sentences.suchAs("a") },
]
