package import Market
internal import Solving
package import Verbs

extension RecordedRuns {
    /// What the runs of an invented network recorded, as a coordinator would find it: new and older
    /// suggestions, a service, three tenders, a need that found nobody, rows set aside; titles as
    /// messy as life.
    package static let sample = RecordedRuns(
        network: "Réseau Passerelles", asOf: Day(number: 20_780), runs: sampleRuns,
        suggestions: sampleSuggestions, departures: sampleDepartures, bids: sampleBids,
        skills: sampleSkills)

    /// A record of nothing new and nothing set aside.
    package static let quiet = RecordedRuns(
        network: "Réseau Passerelles", asOf: Day(number: 20_780), runs: [], proposals: [],
        skills: [:])
}

/// Who left the list of a need, and why.
package let sampleDepartures = [
    Departure(
        job: "missions", need: tierslieu.0, candidate: "sacha-morin", memberName: "Sacha Morin",
        reason: .unmatched),
    Departure(
        job: "missions", need: tierslieu.0, candidate: "ines-roy", memberName: "Inès Roy &amp; cie",
        reason: .outranked),
    Departure(
        job: "missions", need: tierslieu.0, candidate: "leo-petit", memberName: "Léo Petit",
        reason: .turn),
]

private let hash = "5f2a9c0e71b84d36a8f0c2e4917d3b6c5a1e8f70d2946b3ce0a7f51d88c264e9"
private let otherHash = "09b1d7e65c3f4a82b7e0d9c1864f2a3e5d7c8b90a1f2e3d4c5b6a798081726354"

private let sampleRuns: [RecordedRun] = [
    run(
        41, "missions", "Missions", "Missions",
        stages: [
            ("read", 412, 0.18, 48), ("encode", 214, 6.42, 163), ("score", 5_180, 0.61, 171),
            ("solve", 118, 0.04, 171), ("write", 118, 0.09, 172),
        ],
        outcomes: [
            NeedOutcome(
                need: "mission-28",
                title:
                    "Accueil technique d&rsquo;une délégation japonaise&nbsp;: sûreté du démantèlement",
                considered: 140, eligible: 0, suggested: 0,
                excluded: [.language: 139, .skills: 1],
                reason: [
                    .french:
                        "Aucun des 140 candidats ne remplit toutes les conditions\u{A0}: 139 sans les langues demandées et 1 sans toutes les compétences obligatoires.",
                    .english:
                        "None of the 140 candidates meets every condition: 139 without the languages asked and 1 without all mandatory skills.",
                ]),
            NeedOutcome(
                need: "mission-31", title: "FACILITATION D&#39;UN CONSEIL MUNICIPAL DES JEUNES",
                considered: 140, eligible: 3, suggested: 0,
                excluded: [.place: 96, .dates: 41],
                reason: [
                    .french:
                        "3 candidats remplissent les conditions, mais aucun n’est assez proche de ce qui est demandé. Pour les autres\u{A0}: 96 hors de portée et 41 sans assez de jours libres.",
                    .english:
                        "3 candidates meet the conditions, but none is close enough to what is asked. As for the others: 96 out of reach and 41 without enough free days.",
                ]),
        ],
        setAside: [
            SetAside(
                source: "member", id: "gilles-pottier", field: "rate",
                fault: .negative(found: "-480")),
            SetAside(
                source: "mission", id: "mission-36", field: "starts",
                fault: .reversedDates(first: "2027-03-15", last: "2027-02-01")),
            SetAside(
                source: "member_skill", id: "amelie-sorel / animation-reseau", field: "level",
                fault: .level(found: "9")),
            SetAside(
                source: "refusal", id: "alain-deshayes", field: "refused_id", fault: .refusesSelf),
        ], figures: RankFigures(trade: sampleTradeOff, exposure: sampleExposure),
        before: RankFigures(exposure: sampleExposureBefore)),
    run(
        42, "services", "Services", "Services",
        stages: [
            ("read", 96, 0.07, 172), ("encode", 12, 0.31, 174), ("score", 624, 0.05, 174),
            ("solve", 19, 0.01, 174), ("write", 19, 0.04, 174),
        ], outcomes: [], setAside: []),
    run(
        43, "tenders", "Appels d’offres", "Tenders",
        stages: [
            ("read", 305, 0.14, 174), ("encode", 20, 0.74, 176), ("score", 2_800, 0.28, 176),
            ("solve", 3, 1.96, 181), ("write", 3, 0.05, 181),
        ], outcomes: [],
        setAside: [
            SetAside(
                source: "member", id: "gilles-pottier", field: "rate",
                fault: .negative(found: "-480")),
            SetAside(
                source: "lot_skill", id: "lot-17 / redaction-marches", field: "days",
                fault: .notPositive(found: "0")),
        ]),
]

private let sampleTradeOff = RankTradeOff(
    total: 52.8312, unconstrained: 54.2175, capped: 53.6104, exposed: 53.2021,
    objective: 52.4187, bound: 52.4321, inForce: 110, retained: 103,
    departures: [.unmatched: 3, .outranked: 2, .turn: 1, .variety: 1], due: 4, served: 3,
    waiting: 17, longestWait: 15, exhausted: 1)

private let sampleExposure = Exposure(
    members: 140, suggested: 76, gini: 0.6134, established: 133, unseen: 41,
    newcomers: .init(members: 9, suggested: 5), arrival: .joined,
    departments: [
        .init(code: "14", group: .init(members: 52, suggested: 33)),
        .init(code: "27", group: .init(members: 21, suggested: 9)),
        .init(code: "76", group: .init(members: 64, suggested: 34)),
        .init(code: nil, group: .init(members: 3, suggested: 0)),
    ])

private let sampleExposureBefore = Exposure(
    members: 139, suggested: 74, gini: 0.6259, established: 133, unseen: 41,
    newcomers: .init(members: 8, suggested: 4), arrival: .joined,
    departments: [
        .init(code: "14", group: .init(members: 52, suggested: 34)),
        .init(code: "27", group: .init(members: 20, suggested: 7)),
        .init(code: "76", group: .init(members: 64, suggested: 33)),
        .init(code: nil, group: .init(members: 3, suggested: 0)),
    ])

private func run(
    _ id: Int, _ job: String, _ french: String, _ english: String,
    stages: [(String, Int, Double, Int)], outcomes: [NeedOutcome], setAside: [SetAside],
    figures: RankFigures? = nil, before: RankFigures? = nil
) -> RecordedRun {
    RecordedRun(
        id: id, job: job, title: [.french: french, .english: english], asOf: Day(number: 20_780),
        status: .completed, seed: 1, programVersion: "0.1.0", inputHash: hash,
        configurationHash: otherHash,
        stages: stages.map {
            .init(name: $0.0, count: $0.1, seconds: $0.2, peakBytes: $0.3 * 1_048_576)
        }, outcomes: outcomes, setAside: setAside, verb: job == "tenders" ? "form" : "rank",
        figures: figures.map(recorded), figuresBefore: before.map(recorded))
}

private let tierslieu = (
    "mission-01", "Organiser la gouvernance d’un tiers-lieu qui triple de surface",
    "le-pressoir-numerique", "Le Pressoir numérique"
)
private let scic = (
    "mission-21",
    "Appui juridique&nbsp;: statuts d&#39;une SCIC port&eacute;e avec une commune littorale",
    "etienne-vasseur", "Étienne Vasseur"
)
private let pipeline = (
    "mission-10", "Open-source data pipeline for air and mobility sensors",
    "la-turbine-a-idees", "La Turbine à idées"
)
private let photos = (
    "service-07", "Vingt photos de pains et de viennoiseries pour un site", "boulangerie-lemoine",
    "Boulangerie Lemoine"
)

/// Suggestions of two jobs, new and older.
package let sampleSuggestions: [Suggestion] = [
    suggestion(
        101, "missions", tierslieu, 1, "berenice-fontaine", "Bérénice Fontaine",
        "Gouvernance partagée et tiers-lieux", 0.86,
        signals: [
            met(1, ("gouvernance", 4, 5), ("reseau", nil, nil), ("ateliers", nil, nil)),
            near(0.9), place(23, "Lisieux", remote: true), days(12, free: 18), price(600, 540),
        ],
        fr: [
            "A les 3 compétences demandées\u{A0}: gouvernance partagée (niveau 5 pour 4 demandé), animation de réseau et facilitation d’ateliers.",
            "Libre 18\u{A0}jours pour les 12 demandés.",
            "À 23\u{A0}km de Lisieux\u{202F}; peut travailler à distance.",
            "540\u{A0}€ par jour, pour 600\u{A0}€ au plus.",
        ],
        en: [
            "Has all 3 skills asked: shared governance (level 5 for 4 asked), network building and workshop facilitation.",
            "Free 18\u{A0}days, for the 12 asked.",
            "23\u{A0}km from Lisieux; can work at a distance.", "€540 a day, for €600 at most.",
        ]),
    suggestion(
        102, "missions", tierslieu, 2, "yann-le-goff", "Yann Le Goff",
        "Accompagnement de collectifs, droit des coopératives", 0.64,
        signals: [
            met(
                0.86, ("reseau", nil, nil), ("ateliers", 3, 4),
                others: [coverage("gouvernance", 4, by: "cooperatif", 4, nearness: 0.6)]),
            near(0.7), place(61, "Lisieux", remote: true),
        ],
        fr: [
            "A 2 des 3 compétences demandées\u{A0}: animation de réseau et facilitation d’ateliers (niveau 4 pour 3 demandé).",
            "Proche\u{A0}: «\u{A0}droit coopératif\u{A0}» pour «\u{A0}gouvernance partagée\u{A0}».",
            "À 61\u{A0}km de Lisieux\u{202F}; peut travailler à distance.",
        ],
        en: [
            "Has 2 of the 3 skills asked: network building and workshop facilitation (level 4 for 3 asked).",
            "Close: “cooperative law” for “shared governance”.",
            "61\u{A0}km from Lisieux; can work at a distance.",
        ], isNew: false),
    suggestion(
        103, "missions", tierslieu, 3, "aminata-sow", "Aminata Sow",
        "Codéveloppement et management d’équipes associatives", 0.43,
        signals: [
            met(
                0.33, ("ateliers", 3, 5),
                others: [coverage("gouvernance", 4), coverage("reseau")]), near(0.5),
        ],
        fr: [
            "A 1 des 3 compétences demandées\u{A0}: facilitation d’ateliers (niveau 5 pour 3 demandé).",
            "Ne mentionne pas\u{A0}: gouvernance partagée, animation de réseau.",
        ],
        en: [
            "Has 1 of the 3 skills asked: workshop facilitation (level 5 for 3 asked).",
            "Does not mention: shared governance, network building.",
        ], isNew: false, status: .accepted),
    suggestion(
        104, "missions", scic, 1, "claire-n-diaye", "Claire N’Diaye",
        "Juriste, droit des coopératives", 0.78,
        signals: [
            met(1, ("scic", 4, 5), ("collectivites", nil, nil)), near(0.8),
            place(nil, "Caen", remote: true),
        ],
        fr: [
            "A les deux compétences demandées\u{A0}: statuts de SCIC (niveau 5 pour 4 demandé) et droit des collectivités.",
            "Accepte de travailler à distance.",
        ],
        en: [
            "Has both skills asked: SCIC articles (level 5 for 4 asked) and local government law.",
            "Accepts work at a distance.",
        ]),
    suggestion(
        105, "missions", pipeline, 1, "andrew-lindqvist", "Andrew Lindqvist",
        "Agile project lead, coach of product teams", 0.57,
        signals: [
            met(
                0.5, ("postgresql", nil, 4), ("ouvertes", nil, nil),
                others: [coverage("python", 3, mandatory: true), coverage("capteurs")]),
            near(0.6),
            Signal(kind: .language, value: 1, weight: 0, evidence: .language(["en", "fr"])),
        ],
        fr: [
            "A 2 des 4 compétences demandées\u{A0}: PostgreSQL (niveau 4) et données ouvertes.",
            "Parle anglais et français.", "Ne mentionne pas\u{A0}: Python (obligatoire), capteurs.",
        ],
        en: [
            "Has 2 of the 4 skills asked: PostgreSQL (level 4) and open data.",
            "Speaks English and French.", "Does not mention: Python (mandatory), sensors.",
        ], isNew: false),
    suggestion(
        106, "services", photos, 1, "leo-marchetti", "Léo Marchetti",
        "Photos culinaires, à la lumière du jour", 0.91,
        signals: [
            met(1, ("photo", nil, nil)), near(0.9), place(0, "Dieppe", remote: false),
            Signal(
                kind: .balance, value: 0.9, weight: 0.15,
                evidence: .balance(
                    hours: 2, canGive: 23.5, canReceive: 16.5, candidateBalance: -3.5)),
        ],
        fr: [
            "A la compétence demandée\u{A0}: photographie culinaire.",
            "Sur place, à Dieppe.",
            "Son compte temps est débiteur de 3,5\u{A0}heures\u{202F}; ce service le rééquilibre.",
        ],
        en: [
            "Has the skill asked: food photography.", "On the spot, in Dieppe.",
            "The time account is 3.5\u{A0}hours in debt; this service evens it out.",
        ], candidate: "service-31"),
]

private let sampleSkills: [Skill.ID: Skill] = Dictionary(
    uniqueKeysWithValues: [
        ("gouvernance", "Gouvernance partagée", "Shared governance"),
        ("reseau", "Animation de réseau", "Network building"),
        ("ateliers", "Facilitation d’ateliers", "Workshop facilitation"),
        ("cooperatif", "Droit coopératif", "Cooperative law"),
        ("scic", "Statuts de SCIC", "SCIC articles"),
        ("collectivites", "Droit des collectivités", "Local government law"),
        ("postgresql", "PostgreSQL", "PostgreSQL"), ("ouvertes", "Données ouvertes", "Open data"),
        ("python", "Python", "Python"), ("capteurs", "Capteurs", "Sensors"),
        ("photo", "Photographie culinaire", "Food photography"),
    ].map { ($0.0, Skill(id: $0.0, french: $0.1, english: $0.2)) })

/// Skills that are held as they are asked: id, level asked, level held; then how others are met.
private func met(
    _ value: Double, _ held: (Skill.ID, Level?, Level?)..., others: [SkillCoverage] = []
) -> Signal {
    Signal(
        kind: .skills, value: value, weight: 0.5,
        evidence: .skills(held.map { coverage($0.0, $0.1, by: $0.0, $0.2, nearness: 1) } + others))
}

private func coverage(
    _ asked: Skill.ID, _ askedLevel: Level? = nil, by held: Skill.ID? = nil, _ level: Level? = nil,
    nearness: Double = 0, mandatory: Bool = false
) -> SkillCoverage {
    SkillCoverage(
        asked: asked, askedLevel: askedLevel, mandatory: mandatory, held: held, heldLevel: level,
        nearness: nearness, met: nearness)
}

private func near(_ nearness: Double) -> Signal {
    Signal(kind: .meaning, value: nearness, weight: 0.25, evidence: .meaning(nearness: nearness))
}

private func place(_ kilometres: Double?, _ town: String, remote: Bool) -> Signal {
    Signal(
        kind: .place, value: remote ? 0.7 : 1, weight: 0.1,
        evidence: .place(
            kilometres: kilometres, needPlace: town,
            candidatePlace: kilometres == 0 ? town : "Ailleurs", atDistance: remote))
}

private func days(_ asked: Double, free: Double) -> Signal {
    Signal(
        kind: .dates, value: 1, weight: 0,
        evidence: .dates(asked: asked, free: free, window: nil))
}

private func price(_ highest: Int, _ asked: Int) -> Signal {
    Signal(
        kind: .price, value: 0.8, weight: 0.05,
        evidence: .price(
            highest: Money(cents: 100 * highest), asked: Money(cents: 100 * asked), perHour: false))
}

private func suggestion(
    _ id: Int, _ job: String,
    _ need: (id: String, title: String, owner: String, ownerName: String), _ rank: Int,
    _ member: String, _ name: String, _ title: String, _ score: Double, signals: [Signal],
    fr: [String], en: [String], candidate: String? = nil, isNew: Bool = true,
    status: Proposal.Status = .proposed
) -> Suggestion {
    Suggestion(
        id: id, job: job, need: need.id, needTitle: need.title, needOwner: need.owner,
        needOwnerName: need.ownerName, candidate: candidate ?? member, candidateTitle: title,
        member: member, memberName: name, rank: rank, score: score,
        signals: signals, reasons: [.french: fr, .english: en], basis: hash, isNew: isNew,
        status: status)
}
