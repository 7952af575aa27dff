import Market
import Testing
import Wording

private let skills: [Skill.ID: Skill] = Dictionary(
    uniqueKeysWithValues: [
        ("ateliers", "Facilitation d'ateliers", "Workshop facilitation"),
        ("concertation", "Concertation publique", "Public consultation"),
        ("tiers", "Animation de tiers-lieux", "Running third places"),
        ("réseau", "Animation de réseau", "Networking"),
        ("rgpd", "Protection des données (RGPD)", "Data protection (GDPR)"),
        ("web", "Développement web, interface", "Front-end development"),
    ].map { ($0.0, Skill(id: $0.0, french: $0.1, english: $0.2)) })

private func asked(
    _ id: Skill.ID, _ level: Level? = nil, by held: Skill.ID? = nil, _ heldLevel: Level? = nil,
    nearness: Double = 1, mandatory: Bool = false
) -> SkillCoverage {
    SkillCoverage(
        asked: id, askedLevel: level, mandatory: mandatory, held: held, heldLevel: heldLevel,
        nearness: held == nil ? 0 : nearness, met: held == nil ? 0 : nearness)
}

private func signal(_ value: Double, _ coverage: SkillCoverage...) -> Signal {
    Signal(kind: .skills, value: value, weight: 0.6, evidence: .skills(coverage))
}

private func signal(_ kilometres: Double?, _ town: String, remote: Bool = false) -> Signal {
    Signal(
        kind: .place, value: (kilometres ?? 0) < 50 || remote ? 0.8 : 0.2, weight: 0.1,
        evidence: .place(
            kilometres: kilometres, needPlace: town,
            candidatePlace: (kilometres ?? 1) < 1 ? town : "Ailleurs", atDistance: remote))
}

private func price(_ highest: Int, _ asked: Int) -> Signal {
    Signal(
        kind: .price, value: asked <= highest ? 0.9 : 0.1, weight: 0.05,
        evidence: .price(
            highest: Money(cents: highest * 100), asked: Money(cents: asked * 100), perHour: false))
}

@Suite struct SentenceTests {
    private func french(_ signals: Signal..., to audience: Audience = .coordinators) -> String {
        Wording(.french).why(signals, skills: skills, to: audience)
            .replacing("\u{A0}", with: "~").replacing("\u{202F}", with: "~")
    }

    private func english(_ signals: Signal..., to audience: Audience = .coordinators) -> String {
        Wording(.english).why(signals, skills: skills, to: audience)
            .replacing("\u{A0}", with: "~")
    }

    @Test func whatIsHeldComesFirstThenWhereAndForHowMuch() {
        let pair = [
            signal(0.9, asked("ateliers", 3, by: "ateliers", 4), asked("réseau", by: "réseau")),
            signal(23, "Alençon"), price(600, 500),
        ]
        #expect(
            french(pair[0], pair[1], pair[2])
                == "A les deux compétences demandées (facilitation d’ateliers et animation de "
                + "réseau), se trouve à 23~km d’Alençon et demande moins que le prix prévu.")
        #expect(
            english(pair[0], pair[1], pair[2])
                == "Has both skills asked (workshop facilitation and networking), is 23~km from "
                + "Alençon and asks less than the price planned.")
    }

    @Test func theCandidateIsSpokenTo() {
        let pair = (
            signal(0.5, asked("ateliers", by: "ateliers"), asked("rgpd")), signal(0, "Le Havre")
        )
        #expect(
            french(pair.0, pair.1, to: .candidate)
                == "Vous avez une des deux compétences demandées (facilitation d’ateliers) et êtes "
                + "sur place au Havre.")
        #expect(
            english(pair.0, pair.1, to: .candidate)
                == "You have one of the two skills asked (workshop facilitation) and are in Le "
                + "Havre itself.")
    }

    @Test func aCloseSkillIsSaidToBeCloseAndALowerLevelToBeLower() {
        let close = signal(
            0.4, asked("tiers", by: "réseau", nearness: 0.6),
            asked("ateliers", 4, by: "ateliers", 2))
        #expect(
            french(close)
                == "A une des deux compétences demandées à un niveau inférieur (facilitation "
                + "d’ateliers) et une compétence proche («~animation de réseau~» pour «~animation de "
                + "tiers-lieux~»).")
        #expect(
            english(close)
                == "Has one of the two skills asked at a lower level (workshop facilitation) and a "
                + "close skill (“networking” for “running third places”).")
        let far = signal(0.1, asked("tiers", by: "réseau", nearness: 0.3))
        #expect(
            french(far)
                == "Ne mentionne pas la compétence demandée, mais compte parmi les profils les plus "
                + "proches de la demande.")
        #expect(
            english(far)
                == "Does not mention the skill asked, but is among the profiles closest to the "
                + "request.")
    }

    @Test func labelsThatHoldACommaAreKeptApartAndParenthesesDoNotNest() {
        let pair = signal(0.9, asked("web", by: "web"), asked("rgpd", by: "rgpd"))
        #expect(
            french(pair)
                == "A les deux compétences demandées («~développement web, interface~» et "
                + "«~protection des données [RGPD]~»).")
        #expect(
            english(pair)
                == "Has both skills asked (front-end development and data protection [GDPR]).")
    }

    @Test func whereNoSkillIsMetTheTextMaySpeak() {
        let unmet = signal(0, asked("rgpd"), asked("tiers"), asked("réseau"))
        let near = Signal(
            kind: .meaning, value: 0.8, weight: 0.3, evidence: .meaning(nearness: 0.8))
        #expect(
            french(unmet, near)
                == "Ne mentionne aucune des trois compétences demandées, mais présente un profil "
                + "très proche de la demande.")
        let words = Signal(
            kind: .words, value: 0.8, weight: 0.3,
            evidence: .words(["six", "TIERS-LIEU", "24", "jours", "Commune"]))
        #expect(french(words) == "Emploie les mêmes mots («~tiers-lieu~» et «~commune~»).")
        #expect(english(words) == "Uses the same words (“tiers-lieu” and “commune”).")
    }

    @Test func dullWordsAreNoReason() {
        let dull = Signal(
            kind: .words, value: 0.9, weight: 0.5,
            evidence: .words(["six", "douze", "lundi", "3", "deux", "projet"]))
        #expect(Wording(.french).reasons(for: [dull], skills: [:]) == [])
        #expect(french(dull) == "Compte parmi les profils les plus proches de la demande.")
    }

    @Test func aDeclineSaysHowLongItStands() {
        let (french, english) = (Wording(.french), Wording(.english))
        #expect(
            french.pairStaysAway(.untilChanged)
                == "Elle ne reviendra que si l’un des deux côtés change.")
        #expect(
            english.pairStaysAway(.untilChanged) == "It comes back only if either side changes.")
        #expect(french.pairStaysAway(.days(90)) == "Elle ne reviendra pas avant 90\u{A0}jours.")
        #expect(english.pairStaysAway(.days(90)) == "It does not come back for 90\u{A0}days.")
        #expect(
            french.staysAway(.untilChanged, until: "elle change")
                == "elle ne reviendra que si elle change")
    }

    @Test func aReasonNeverBelittlesWhatItStandsBeside() {
        let unmet = signal(0, asked("rgpd"), asked("tiers"), asked("réseau"))
        #expect(french() == "Compte parmi les profils les plus proches de la demande.")
        #expect(english() == "Is among the profiles closest to the request.")
        #expect(
            french(unmet)
                == "Ne mentionne aucune des trois compétences demandées, mais compte parmi les profils "
                + "les plus proches de la demande.")
        for wording in [Wording(.french), Wording(.english)] {
            let you = wording.why([], skills: [:], to: .candidate)
            #expect(you.hasPrefix("Vous comptez parmi") || you.hasPrefix("You are among"))
            let weak = wording.why([], skills: [:], isBelowFloor: true)
            #expect(weak.hasPrefix("Peu de points communs") || weak.hasPrefix("Little in common"))
        }
    }

    @Test func aSignalThatWeighsNothingMadeNoDifference() {
        let dates = Signal(
            kind: .dates, value: 1, weight: 0, evidence: .dates(asked: 5, free: 9, window: nil))
        let skill = signal(0.9, asked("rgpd", by: "rgpd"))
        #expect(french(skill, dates) == "A la compétence demandée (protection des données [RGPD]).")
        let counted = Signal(kind: .dates, value: 1, weight: 0.2, evidence: dates.evidence)
        #expect(
            french(skill, counted)
                == "A la compétence demandée (protection des données [RGPD]) et est libre aux dates "
                + "prévues.")
    }

    @Test func whatWouldHaveBeenBetterIsSaidShortly() {
        func better(_ signals: Signal..., in language: Language = .french) -> String? {
            Wording(language).better(signals, skills: skills)?.replacing("\u{A0}", with: "~")
        }
        let pair = signal(
            0.5, asked("ateliers", 4, by: "ateliers", 2),
            asked("tiers", by: "réseau", nearness: 0.6))
        #expect(
            better(pair, signal(118, "Caen"))
                == "Ce serait mieux avec «~animation de tiers-lieux~», un niveau plus élevé pour "
                + "«~facilitation d’ateliers~» et un trajet plus court (118~km).")
        #expect(
            better(pair, price(400, 500), in: .english)
                == "It would be better with “running third places”, a higher level in “workshop "
                + "facilitation” and a price within the limit planned.")
        #expect(
            better(signal(0, asked("rgpd"), asked("réseau", mandatory: true)))
                == "Ce serait mieux avec «~animation de réseau~» et «~protection des données "
                + "(RGPD)~».")
        #expect(better(signal(1, asked("rgpd", by: "rgpd"))) == nil)
        #expect(better() == nil)
    }
}

@Suite struct SeparationSentenceTests {
    private let rival = ScoredRival(candidate: "c", name: "Claire", score: 0.8, rank: 1)

    @Test func aSeparationNamesTheSignalsThatMakeIt() {
        func pair(_ skills: Double, _ place: Double) -> [Signal] {
            [
                Signal(kind: .skills, value: skills, weight: 0.8, evidence: .skills([])),
                Signal(kind: .place, value: place, weight: 0.2, evidence: .meaning(nearness: 0)),
            ]
        }
        let separation = Separation(
            of: pair(0.5, 1), score: 0.6, from: pair(0.9, 0.4), of: rival)
        #expect(abs(separation.score + 0.2) < 1e-9)
        #expect(separation.parts.map(\.kind) == [.skills, .place])
        #expect(
            Wording(.french).sentence(for: separation)
                == "Score inférieur de 0,200 à celui de Claire, par les compétences (−0,320) et malgré "
                + "le lieu "
                + "(+0,120).")
        #expect(
            Wording(.english).sentence(for: separation)
                == "A score 0.200 below Claire’s, by skills (−0.320) and despite place (+0.120).")
    }

    @Test(arguments: Language.allCases)
    func everyRuleThatSomebodyCanActOnSaysWhatWouldHaveToChange(language: Language) {
        let all: [Exclusion] = [
            .language(missing: ["en", "es"]), .place(kilometres: 96.2, radius: 50), .notAtDistance,
            .dates(asked: 12, free: 7.4), .mandatorySkill(skill: "rgpd", asked: 4, held: 2),
            .certifications(missing: ["Qualiopi"]),
            .price(highest: Money(cents: 50_000), asked: Money(cents: 60_000), perHour: false),
            .exchange, .balance(hours: 3, room: 1), .noConsent, .declined,
        ]
        for exclusion in all {
            let remedy = Wording(language).remedy(for: exclusion, skills: skills)
            #expect(remedy?.hasSuffix(".") == true, "\(exclusion)")
        }
        #expect(Wording(language).remedy(for: .ownNeed, skills: skills) == nil)
        #expect(Wording(language).remedy(for: .refusal, skills: skills) == nil)
        #expect(
            Wording(.french).remedy(for: all[3], skills: [:])?.contains("5\u{A0}jours de plus")
                == true)
        #expect(
            Wording(.french).remedy(for: all[1], skills: [:])?.contains("97\u{A0}km") == true)
    }
}
