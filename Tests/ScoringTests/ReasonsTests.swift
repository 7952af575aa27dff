import Foundation
import Market
import Scoring
import TestSupport
import Testing
import Wording

struct ReasonsTests {
    private let skills: [Skill.ID: Skill] = [
        "ateliers": Skill(
            id: "ateliers", french: "Facilitation d'ateliers", english: "Workshop facilitation"),
        "concertation": Skill(
            id: "concertation", french: "Concertation publique", english: "Public consultation"),
        "tiers": Skill(
            id: "tiers", french: "Animation de tiers-lieux", english: "Running third places"),
        "réseau": Skill(id: "réseau", french: "Animation de réseau", english: "Networking"),
        "rgpd": Skill(id: "rgpd", french: "RGPD", english: "GDPR"),
    ]

    private func coverage(
        _ asked: Skill.ID, _ askedLevel: Level? = nil, by held: Skill.ID? = nil,
        _ level: Level? = nil, nearness: Double = 1, mandatory: Bool = false
    ) -> SkillCoverage {
        SkillCoverage(
            asked: asked, askedLevel: askedLevel, mandatory: mandatory, held: held,
            heldLevel: level, nearness: nearness, met: nearness)
    }

    private var example: [Signal] {
        [
            Signal(
                kind: .skills, value: 0.7, weight: 0.5,
                evidence: .skills([
                    coverage("ateliers", 4, by: "ateliers", 5),
                    coverage("concertation", by: "concertation"),
                    coverage("tiers", by: "réseau", nearness: 0.6), coverage("rgpd"),
                ])),
            Signal(kind: .meaning, value: 0.8, weight: 0.2, evidence: .meaning(nearness: 0.8)),
            Signal(
                kind: .words, value: 0.5, weight: 0.1,
                evidence: .words(["CONCERTATION", "tiers-lieu"])),
            Signal(
                kind: .place, value: 0.9, weight: 0.1,
                evidence: .place(
                    kilometres: 23.4, needPlace: "Caen", candidatePlace: "Bayeux",
                    atDistance: false)),
            Signal(
                kind: .dates, value: 1, weight: 0.05,
                evidence: .dates(asked: 12, free: 18, window: nil)),
            Signal(
                kind: .price, value: 0.9, weight: 0.05,
                evidence: .price(
                    highest: Money(cents: 60_000), asked: Money(cents: 52_000), perHour: false)),
            Signal(kind: .language, value: 1, weight: 0, evidence: .language(["fr", "en"])),
        ]
    }

    @Test func frenchReasonsReadAsPeopleOfTheTradeWrite() {
        let reasons = Wording(.french).reasons(for: example, skills: skills)
        #expect(
            reasons == [
                "A 2 des 4 compétences demandées\u{A0}: facilitation d’ateliers "
                    + "(niveau\u{A0}5 pour 4 demandé) et concertation publique.",
                "Proche\u{A0}: «\u{A0}animation de réseau\u{A0}» pour "
                    + "«\u{A0}animation de tiers-lieux\u{A0}».",
                "Le profil est très proche de la demande par son contenu.",
                "À 23\u{A0}km de Caen.",
                "Mots en commun\u{A0}: concertation et tiers-lieu.",
                "Libre 18\u{A0}jours pour les 12 demandés.",
                "520\u{A0}€ par jour, pour 600\u{A0}€ au plus.",
                "Parle français et anglais.",
                "Ne mentionne pas\u{A0}: RGPD.",
            ])
    }

    @Test func englishReasonsReadTheSame() {
        let reasons = Wording(.english).reasons(for: example, skills: skills)
        #expect(
            reasons == [
                "Has 2 of the 4 skills asked: workshop facilitation (level\u{A0}5 for 4 asked) and "
                    + "public consultation.",
                "Close: “networking” for “running third places”.",
                "The profile is very close to the request in its content.",
                "23\u{A0}km from Caen.",
                "Words in common: concertation and tiers-lieu.",
                "Free 18\u{A0}days, for the 12 asked.",
                "€520 a day, for €600 at most.",
                "Speaks French and English.",
                "Does not mention: GDPR.",
            ])
    }

    @Test func whatIsMissingKeepsItsPlaceUnderALimit() {
        let wording = Wording(.french)
        let all = wording.reasons(for: example, skills: skills)
        #expect(wording.reasons(for: example, skills: skills, limit: 3) == all[0...1] + [all[8]])
        #expect(wording.reasons(for: example, skills: skills, limit: 1) == [all[0]])
        #expect(wording.reasons(for: example, skills: skills, limit: 0) == [])
        #expect(wording.reasons(for: [], skills: skills) == [])
    }

    @Test(arguments: [
        (town: "Caen", kilometres: 23.4, sentence: "À 23\u{A0}km de Caen."),
        ("Alençon", 8, "À 8\u{A0}km d’Alençon."), ("Le Havre", 8, "À 8\u{A0}km du Havre."),
        ("Les Andelys", 8, "À 8\u{A0}km des Andelys."),
        ("La Rochelle", 8, "À 8\u{A0}km de La Rochelle."),
        ("L'Aigle", 8, "À 8\u{A0}km de L’Aigle."), ("Évreux", 8, "À 8\u{A0}km d’Évreux."),
        ("Le Havre", 0.2, "Sur place, au Havre."), ("Caen", 0, "Sur place, à Caen."),
    ])
    func townsAgreeWithTheirPrepositions(town: String, kilometres: Double, sentence: String) {
        let signal = Signal(
            kind: .place, value: 1, weight: 1,
            evidence: .place(
                kilometres: kilometres, needPlace: town,
                candidatePlace: kilometres < 1 ? town : "Ailleurs", atDistance: false))
        #expect(Wording(.french).reasons(for: [signal], skills: [:]) == [sentence])
    }

    @Test(arguments: [
        (12.0, 8.0, "Libre 8\u{A0}jours seulement pour les 12 demandés."),
        (1, 3, "Libre 3\u{A0}jours pour le jour demandé."),
        (0.5, 1, "Libre 1\u{A0}jour pour la demi-journée demandée."),
        (1.5, 1.5, "Libre 1,5\u{A0}jour pour 1,5\u{A0}jour demandé."),
        (4, 0, "Aucun jour libre à ces dates."),
    ])
    func daysAgreeInNumber(asked: Double, free: Double, sentence: String) {
        let signal = Signal(
            kind: .dates, value: 1, weight: 1,
            evidence: .dates(asked: asked, free: free, window: nil))
        #expect(Wording(.french).reasons(for: [signal], skills: [:]) == [sentence])
    }

    @Test(arguments: [
        ("RGPD", "RGPD"), ("Gestion de projet", "gestion de projet"), ("Python", "Python"),
        ("SIG et cartographie", "SIG et cartographie"), ("Écoute active", "écoute active"),
        ("R (langage)", "R (langage)"), ("C++", "C++"), ("À l'écoute", "à l’écoute"),
        ("JavaScript", "JavaScript"), ("L'accompagnement", "l’accompagnement"), ("", "x"),
    ])
    func labelsStandWithinASentence(label: String, expected: String) {
        let skills = ["x": Skill(id: "x", french: label, english: "")]
        #expect(Wording(.french).label(of: "x", in: skills) == expected)
    }

    /// Labels, towns and numbers of each sentence are looked up in the market itself.
    @Test(arguments: 0..<15 as Range<UInt64>)
    func noSentenceClaimsWhatIsNotSo(seed: UInt64) throws {
        let market = try RandomMarket(seed: seed)
        let scorer = market.scorer
        for (n, need) in market.snapshot.needs.enumerated() {
            for (c, candidate) in market.snapshot.candidates.enumerated() {
                let signals = scorer.explain(need: n, candidate: c).signals
                for language in Language.allCases {
                    let claims = Claims(need: need, candidate: candidate, language: language)
                    let reasons = Wording(language).reasons(
                        for: signals, skills: market.snapshot.skills)
                    for reason in reasons {
                        let holds = claims.hold(in: reason)
                        #expect(holds, "\(need.id) \(candidate.id): \(reason)")
                    }
                }
            }
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func whereNobodyIsSuggestedTheReasonAddsUp(seed: UInt64) throws {
        let market = try RandomMarket(seed: seed)
        let scorer = market.scorer
        let matches = scorer.matches()
        for need in market.snapshot.needs.indices {
            let outcome = scorer.outcome(need: need, in: matches, suggested: 0)
            #expect(outcome.eligible + outcome.excluded.values.reduce(0, +) == outcome.considered)
            #expect(Set(outcome.reason.keys) == Set(Language.allCases))
            for (rule, count) in outcome.excluded {
                #expect(outcome.reason[.french]?.contains("\(count) ") == true, "\(rule)")
            }
            let found = scorer.outcome(need: need, in: matches, suggested: 2)
            #expect(found.reason.isEmpty)
        }
    }

    @Test func whereNobodyIsSuggestedTheReasonIsASentence() {
        let wording = Wording(.french)
        #expect(
            wording.nobody(
                considered: 150, eligible: 0, aboveFloor: 0, excluded: [.place: 30, .skills: 120])
                == "Aucun des 150 candidats ne remplit toutes les conditions\u{A0}: 120 sans toutes "
                + "les compétences obligatoires et 30 hors de portée.")
        #expect(
            wording.nobody(
                considered: 150, eligible: 12, aboveFloor: 0, excluded: [.dates: 138])
                == "12 candidats remplissent les conditions, mais aucun n’est assez proche de ce qui "
                + "est demandé. Pour les autres\u{A0}: 138 sans assez de jours libres.")
        #expect(
            Wording(.english).nobody(considered: 3, eligible: 3, aboveFloor: 1, excluded: [:])
                == "One candidate is suitable, but is already suggested elsewhere as often as "
                + "allowed.")
    }
}
