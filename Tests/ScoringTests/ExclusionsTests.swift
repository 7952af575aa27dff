import Market
import Scoring
import TestSupport
import Testing
import Wording

/// Each hard rule: the pair that fails it, what is found, and the sentence in both languages.
struct ExclusionsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let need: Need
        let candidate: Candidate
        let expected: Exclusion
        let french: String
        let english: String
        var declined = false
        var reason: [Language: String]?
    }

    @Test(arguments: cases)
    func aPairThatFailsARuleIsNoMatchAndSaysWhy(example: Case) throws {
        let scorer = scorer(example, requiring: Set(Exclusion.Rule.requirable))
        #expect(scorer.exclusions(need: 0, candidate: 0) == [example.expected])
        let matches = scorer.matches()
        #expect(matches.count == 0)
        #expect(matches.tallies[0].excluded == [example.expected.rule: 1])
        let skills = ["rgpd": Skill(id: "rgpd", french: "RGPD", english: "GDPR")]
        #expect(Wording(.french).sentence(for: example.expected, skills: skills) == example.french)
        #expect(
            Wording(.english).sentence(for: example.expected, skills: skills) == example.english)
    }

    @Test(arguments: cases)
    func aRuleThatIsNotRequiredExcludesNobody(example: Case) throws {
        let scorer = scorer(example, requiring: [])
        let found = scorer.exclusions(need: 0, candidate: 0).map(\.rule)
        let rule = example.expected.rule
        #expect(found == (Exclusion.Rule.always.contains(rule) ? [rule] : []))
    }

    /// Rules that nothing which people could change would help against.
    static let withoutRemedy: Set<Exclusion.Rule> = [.ownNeed, .refusal, .exclusions]

    @Test(arguments: Language.allCases)
    func everyRegisteredRuleHasANameASentenceAndARemedyOrNone(language: Language) {
        let wording = Wording(language)
        let skills = ["rgpd": Skill(id: "rgpd", french: "RGPD", english: "GDPR")]
        for rule in Scorer.hardRules {
            #expect(!wording.name(of: rule).isEmpty)
            #expect(!wording.exclusionCounts([rule: 2]).hasSuffix(" "))
            let examples = Self.cases.map(\.expected).filter { $0.rule == rule }
            #expect(!examples.isEmpty, "no example of \(rule)")
            for exclusion in examples {
                #expect(wording.sentence(for: exclusion, skills: skills).hasSuffix("."))
                let remedy = wording.remedy(for: exclusion, skills: skills)
                #expect((remedy == nil) == Self.withoutRemedy.contains(rule), "\(rule)")
                if let remedy { #expect(remedy.hasSuffix(".")) }
            }
        }
    }

    private func scorer(_ example: Case, requiring rules: Set<Exclusion.Rule>) -> Scorer {
        var snapshot = Snapshot(needs: [example.need], candidates: [example.candidate])
        snapshot.refusals = [MemberPair("zoé", "paul")]
        if let reason = example.reason {
            snapshot.exclusions[NeedCandidate(need: "n", candidate: "c")] = reason
        }
        snapshot.exclusions[NeedCandidate(need: "n", candidate: "other")] = [:]
        snapshot.exclusions[NeedCandidate(need: "other", candidate: "c")] = [:]
        let policy = MatchPolicy(weights: [.words: 1], require: rules, floor: 0)
        if example.declined {
            let basis = Scorer(snapshot: snapshot, vectors: nil, policy: policy)
                .basis(need: 0, candidate: 0)
            snapshot.declined[NeedCandidate(need: "n", candidate: "c")] = Decline(basis: basis)
        }
        return Scorer(snapshot: snapshot, vectors: nil, policy: policy)
    }

    static let caen = Place(name: "Caen", latitude: 49.183, longitude: -0.37)
    static let grenoble = Place(name: "Grenoble", latitude: 45.188, longitude: 5.725)
    static let december = Day("2026-12-01").flatMap { first in
        Day("2026-12-31").flatMap { Period(from: first, to: $0) }
    }
    /// One day a week: 23 weekdays ÷ 5.
    static let seldom = WorkCalendar(
        availabilities: [december].compactMap { $0 }.map {
            Availability(period: $0, daysPerWeek: 1)
        })

    static func need(_ change: (inout Need) -> Void) -> Need {
        var need = Need(id: "n", owner: "paul", title: "Audit numérique")
        change(&need)
        return need
    }

    static func candidate(_ change: (inout Candidate) -> Void = { _ in }) -> Candidate {
        var candidate = Candidate(
            id: "c", member: "anna", title: "Audit numérique", consentsToBids: true)
        change(&candidate)
        return candidate
    }

    static let cases: [Case] = [
        Case(
            testDescription: "own need", need: need { $0.owner = "anna" }, candidate: candidate(),
            expected: .ownNeed, french: "C’est sa propre demande.",
            english: "It is their own request."),
        Case(
            testDescription: "refusal", need: need { $0.owner = "zoé" },
            candidate: Candidate(id: "c", member: "paul", title: "Audit", consentsToBids: true),
            expected: .refusal,
            french: "L’un des deux membres ne souhaite pas travailler avec l’autre.",
            english: "One of the two members does not wish to work with the other."),
        Case(
            testDescription: "one language",
            need: need { $0.languages = ["fr", "en"] },
            candidate: candidate { $0.languages = ["fr"] }, expected: .language(missing: ["en"]),
            french: "Ne parle pas anglais.", english: "Does not speak English."),
        Case(
            testDescription: "two languages",
            need: need { $0.languages = ["es", "en"] },
            candidate: candidate { $0.languages = ["fr"] },
            expected: .language(missing: ["es", "en"]),
            french: "Ne parle ni espagnol ni anglais.",
            english: "Does not speak Spanish or English."),
        Case(
            testDescription: "too far on site",
            need: need {
                $0.place = caen
                $0.remote = .no
            },
            candidate: candidate {
                $0.place = grenoble
                $0.radius = 50
            },
            expected: .place(
                kilometres: caen.flatMap { from in grenoble.map { from.distance(to: $0) } } ?? 0,
                radius: 50),
            french: "Trop loin\u{A0}: à 640\u{A0}km, pour 50\u{A0}km au plus.",
            english: "Too far: 640\u{A0}km away, for 50\u{A0}km at most."),
        Case(
            testDescription: "not at a distance",
            need: need { $0.remote = .only }, candidate: candidate { $0.remote = false },
            expected: .notAtDistance,
            french: "N’accepte pas le travail à distance, seul possible ici.",
            english: "Does not accept work at a distance, the only way here."),
        Case(
            testDescription: "too few days",
            need: need {
                $0.window = december
                $0.days = 12
            },
            candidate: candidate { $0.calendar = seldom },
            expected: .dates(asked: 12, free: 4.6),
            french: "Libre 4,6\u{A0}jours seulement à ces dates, pour 12\u{A0}jours à faire.",
            english: "Free 4.6\u{A0}days only on these dates, for 12\u{A0}days of work."),
        Case(
            testDescription: "mandatory skill below its level",
            need: need {
                $0.skills = [AskedSkill(skill: "rgpd", level: 4, mandatory: true)]
            },
            candidate: candidate { $0.skills = [HeldSkill(skill: "rgpd", level: 2)] },
            expected: .mandatorySkill(skill: "rgpd", asked: 4, held: 2),
            french:
                "Compétence obligatoire\u{A0}: «\u{A0}RGPD\u{A0}» au niveau\u{A0}2, pour 4 demandé.",
            english: "Mandatory skill: “GDPR” at level\u{A0}2, for 4 asked."),
        Case(
            testDescription: "mandatory skill not held",
            need: need { $0.skills = [AskedSkill(skill: "rgpd", mandatory: true)] },
            candidate: candidate(), expected: .mandatorySkill(skill: "rgpd", asked: nil, held: nil),
            french: "Compétence obligatoire\u{A0}: «\u{A0}RGPD\u{A0}» n’est pas mentionné.",
            english: "Mandatory skill: “GDPR” is not mentioned."),
        Case(
            testDescription: "mandatory skill whose level was not said",
            need: need {
                $0.skills = [AskedSkill(skill: "rgpd", level: 4, mandatory: true)]
            },
            candidate: candidate { $0.skills = [HeldSkill(skill: "rgpd")] },
            expected: .mandatorySkill(skill: "rgpd", asked: 4, held: nil),
            french:
                "Compétence obligatoire\u{A0}: «\u{A0}RGPD\u{A0}» n’est pas mentionné au niveau\u{A0}4.",
            english: "Mandatory skill: “GDPR” is not mentioned at level\u{A0}4."),
        Case(
            testDescription: "certification",
            need: need { $0.certifications = ["Qualiopi", "iso 9001"] },
            candidate: candidate { $0.certifications = ["ISO 9001 "] },
            expected: .certifications(missing: ["Qualiopi"]),
            french: "Certification absente\u{A0}: Qualiopi.",
            english: "Certification missing: Qualiopi."),
        Case(
            testDescription: "topics",
            need: need { $0.topics = ["Jardin"] }, candidate: candidate { $0.topics = ["Sport"] },
            expected: .topics(asked: ["Jardin"]),
            french: "N’a aucun des thèmes de la demande («\u{A0}Jardin\u{A0}»).",
            english: "Has none of the request’s topics (“Jardin”)."),
        Case(
            testDescription: "price",
            need: need { $0.rateMax = Money(cents: 60_000) },
            candidate: candidate { $0.rate = Money(cents: 128_000) },
            expected: .price(
                highest: Money(cents: 60_000), asked: Money(cents: 128_000), perHour: false),
            french:
                "Trop cher\u{A0}: 1\u{202F}280\u{A0}€ par jour, pour 600\u{A0}€ au plus.",
            english: "Too expensive: €1,280 a day, for €600 at most."),
        Case(
            testDescription: "exchange",
            need: need { $0.exchange = [.time] }, candidate: candidate { $0.exchange = [.money] },
            expected: .exchange,
            french: "Aucune forme d’échange en commun (don, temps ou argent).",
            english: "No kind of exchange in common (gift, time or money)."),
        Case(
            testDescription: "balance",
            need: need {
                $0.exchange = [.time, .gift]
                $0.hours = 6
                $0.account = TimeAccount(balance: 0, lowest: -10, highest: 10)
            },
            candidate: candidate {
                $0.exchange = [.time, .money]
                $0.account = TimeAccount(balance: 8, lowest: -10, highest: 10)
            },
            expected: .balance(hours: 6, room: 2),
            french: "Les comptes temps n’admettent plus que 2\u{A0}heures, pour 6 demandées.",
            english: "The time accounts only have room for 2\u{A0}hours, for 6 asked."),
        Case(
            testDescription: "no consent", need: need { _ in },
            candidate: candidate { $0.consentsToBids = false }, expected: .noConsent,
            french: "N’a pas donné son accord pour les réponses groupées.",
            english: "Has not agreed to be put forward in joint bids."),
        Case(
            testDescription: "declined", need: need { _ in }, candidate: candidate(),
            expected: .declined, french: "Déjà décliné, et rien n’a changé depuis.",
            english: "Already declined, and nothing has changed since.", declined: true),
        Case(
            testDescription: "excluded", need: need { _ in }, candidate: candidate(),
            expected: .excluded(reason: [.french: "déjà voté", .english: "already voted"]),
            french: "La plateforme ne veut pas que cette paire soit suggérée\u{A0}: déjà voté.",
            english: "The platform does not want this pair to be suggested: already voted.",
            reason: [.french: "déjà voté", .english: "already voted"]),
        Case(
            testDescription: "excluded without a reason", need: need { _ in },
            candidate: candidate(), expected: .excluded(reason: [:]),
            french: "La plateforme ne veut pas que cette paire soit suggérée.",
            english: "The platform does not want this pair to be suggested.", reason: [:]),
    ]

    @Test func whatIsNotSaidExcludesNobody() {
        let silent = Self.candidate { $0.remote = false }
        let need = Self.need {
            $0.languages = ["fr"]
            $0.place = Self.caen
            $0.remote = .no
            $0.window = Self.december
            $0.days = 12
            $0.rateMax = Money(cents: 60_000)
            $0.exchange = [.time]
            $0.hours = 3
        }
        let example = Case(
            testDescription: "", need: need, candidate: silent, expected: .ownNeed, french: "",
            english: "")
        #expect(
            scorer(example, requiring: Set(Exclusion.Rule.requirable))
                .exclusions(need: 0, candidate: 0) == [])
    }

    @Test func aDeclinedPairReturnsWhenWhatItWasDeclinedOnHasChanged() {
        let example = Case(
            testDescription: "", need: Self.need { _ in }, candidate: Self.candidate(),
            expected: .declined, french: "", english: "", declined: true)
        func matches(_ change: (inout Snapshot) -> Void) -> Int {
            var snapshot = Snapshot(needs: [example.need], candidates: [example.candidate])
            let policy = MatchPolicy(weights: [.words: 1], require: [], floor: 0)
            let basis = Scorer(snapshot: snapshot, vectors: nil, policy: policy)
                .basis(need: 0, candidate: 0)
            snapshot.declined[NeedCandidate(need: "n", candidate: "c")] = Decline(basis: basis)
            change(&snapshot)
            return Scorer(snapshot: snapshot, vectors: nil, policy: policy).matches().count
        }
        #expect(matches { _ in } == 0)
        #expect(matches { $0.candidates[0].name = "Anna Martin" } == 0)
        #expect(matches { $0.needs[0].title = "AUDIT  numérique" } == 0)
        #expect(matches { $0.candidates[0].calendar = Self.seldom } == 0)
        #expect(matches { $0.needs[0].text = "Sur deux sites." } == 1)
        #expect(matches { $0.candidates[0].rate = Money(cents: 40_000) } == 1)
        #expect(matches { $0.candidates[0].skills = [HeldSkill(skill: "rgpd")] } == 1)
    }
}
