import Market
import Solving
import Verbs
import Wording

private let money = [50_000, 60_000].map { Money(cents: $0) }
private let day = Day(number: 20_798)
private let objectives: [BidPlan.Proof.Objective] = [
    .value, .fit, .ties, .price, .members, .lead, .weighted, .changes,
]

/// What each language says of bids.
let bidSamples: [LanguageSample] = [
    LanguageSample(.sentence, "covers") { wording in
        [(1, 1), (2, 2), (1, 3)].flatMap { lots, all in
            [1, 2, 5].map { wording.form.covers(lots: lots, of: all, days: 12, members: $0) }
        }
    },
    LanguageSample(.sentence, "workedTogether") { wording in
        [1, 3].map { wording.form.workedTogether("A", "B", Collaboration(count: $0, last: day)) }
    },
    .sentence("references") { $0.form.references(["A", "B"], inYears: 5) },
    .sentence("roomFor") { $0.form.roomFor(["A", "B"]) },
    LanguageSample(.sentence, "bringsOnly") { wording in
        [[], ["a"], ["a", "b"]].map {
            wording.form.bringsOnly("A", certifications: $0, turnover: $0.count != 1)
        }
    },
    .sentence("noGroupDoesBetter") { $0.form.noGroupDoesBetter },
    .part("skilledButNotCounted") { $0.form.skilledButNotCounted },
    LanguageSample(.part, "text") { wording in
        Bid.Uncounted.Reason.allCases.map { wording.form.text(of: $0) }
    },
    LanguageSample(.part, "others") { wording in [1, 2, 5].map { wording.form.others($0) } },
    .sentence("formsGroups") { $0.form.formsGroups },
    .sentence("staysAsItIs") { $0.form.staysAsItIs },
    .part("daysNoLongerPromised") { $0.form.daysNoLongerPromised },
    .part("bidChanges") { $0.form.bidChanges },
    .part("submission") { $0.form.submission(to: "A", on: $0.day(day)) },
    .part("lead") { $0.form.lead("A") },
    .part("total") { $0.form.total(days: 12, price: money[0], budget: money[1]) },
    .part("total") { $0.form.total(days: 12, price: money[0], budget: nil) },
    .part("published") { $0.form.published(money[0]) },
    LanguageSample(.part, "name") { wording in objectives.map { wording.form.name(of: $0) } },
    .part("proven") { $0.form.proven },
    LanguageSample(.part, "unproven") { wording in
        [1, 2, 5].map { wording.form.unproven(bound: "a", afterNodes: $0) }
    },

    .sentence("nothingAsked") { $0.form.nothingAsked }, .sentence("noWindow") { $0.form.noWindow },
    .sentence("windowPast") { $0.form.windowPast(day) },
    .sentence("nobodyHolds") { $0.form.nobodyHolds("s", 4, for: 12) },
    LanguageSample(.sentence, "noFreeDay") { wording in
        [1, 2, 5].map { wording.form.noFreeDay(for: 3, of: "s", 4, qualified: $0) }
    },
    LanguageSample(.sentence, "missingDays") { wording in
        [1, 2, 5].map { wording.form.missingDays(2, of: 3, of: "s", nil, qualified: $0) }
    },
    .sentence("nearest") { $0.form.nearest(["a", "b"]) },
    LanguageSample(.part, "near") { wording in
        [0.5, 1, 2, 5, nil].map { wording.form.near("A", 2, freeDays: $0) }
    },
    .sentence("overBudget") { $0.form.overBudget(money[0], needed: money[1]) },
    LanguageSample(.sentence, "tooMany") { wording in
        [2, 5].map { wording.form.tooMany($0, most: 1) }
    },
    .sentence("tooLowTurnover") { $0.form.tooLowTurnover(money[0], lowest: money[1]) },
    .sentence("unheldCertifications") { $0.form.unheldCertifications(["a"]) },
    .sentence("unheldCertifications") { $0.form.unheldCertifications(["a", "b"]) },
    .sentence("everyMemberNeeds") { $0.form.everyMemberNeeds(["a"]) },
    .sentence("everyMemberNeeds") { $0.form.everyMemberNeeds(["a", "b"]) },
    .sentence("uninsured") { $0.form.uninsured(for: money[0]) },
    .sentence("sharesTooSmall") { $0.form.sharesTooSmall },
    .sentence("nobodyLeads") { $0.form.nobodyLeads }, .sentence("refusals") { $0.form.refusals },
    .sentence("promised") { $0.form.promised(to: []) },
    .sentence("promised") { $0.form.promised(to: ["A", "B"]) },
    .sentence("notBeside") { $0.form.notBeside(lots: []) },
    .sentence("notBeside") { $0.form.notBeside(lots: [1, 2]) },
    .part("bidDeclined") { $0.form.bidDeclined }, .sentence("outOfTime") { $0.form.outOfTime },
    .sentence("notSolved") { $0.form.notSolved },
    .sentence("eachWouldDo") { $0.form.eachWouldDo },

    .sentence("noModel") { $0.form.noModel }, .sentence("isAccepted") { $0.form.isAccepted },
    .part("isDeclined") { $0.form.isDeclined },
    .sentence("nobodyCanTakePart") { $0.form.nobodyCanTakePart },
    .part("noGroupCanBid") { $0.form.noGroupCanBid + "x" },
    .sentence("nobodyJoins") { $0.form.nobodyJoins },
    .part("nothingFound") { $0.form.nothingFound }, .part("minimum") { $0.form.minimum(3) },
    .part("proof") { $0.form.proof }, .part("found") { $0.form.found(inSeconds: "3") },
    .part("whatChanges") { $0.form.whatChanges },
    .part("noLongerPossible") { $0.form.noLongerPossible }, .part("lot") { $0.form.lot(2) },
    .part("price") { $0.form.price }, .part("commonPrice") { $0.form.commonPrice },
    .part("possibleAsWell") { $0.form.possibleAsWell },
    .sentence("notEstablished") { $0.form.notEstablished },
]
