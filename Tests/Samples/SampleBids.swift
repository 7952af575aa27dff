internal import Market
package import Verbs

/// Three tenders: a bid proven best, one that the search ended early on, and none.
package let sampleBids: [Bid] = [dryingHouse, digitalTowns, heating]

private func money(_ euros: Int) -> Money { Money(cents: euros * 100) }

private func work(
    _ member: String, _ skill: String, _ french: String, _ english: String, _ days: Double,
    _ rate: Int
) -> Bid.Work {
    .init(
        member: member, skill: skill, label: [.french: french, .english: english], days: days,
        rate: money(rate), amount: money(rate) * days)
}

private let dryingHouse = Bid(
    tender: "marche-02",
    tenderTitle: "Étude de préfiguration d’un tiers-lieu dans l’ancienne sécherie",
    buyer: "Syndicat d’aménagement du port et de la sécherie",
    deadline: Deadline(Day(number: 20_798)),
    status: .optimal, price: money(23_440), budget: money(26_000), bound: 23_440, gap: 0,
    members: [
        .init(
            member: "yann-le-goff", name: "Yann Le Goff", leads: false, days: 12.5,
            amount: money(7_000)),
        .init(
            member: "berenice-fontaine", name: "Bérénice Fontaine", leads: true, days: 18,
            amount: money(9_720)),
        .init(
            member: "claire-n-diaye", name: "Claire N’Diaye", leads: false, days: 10.5,
            amount: money(6_720)),
    ],
    lots: [
        .init(
            lot: "lot-04", number: 1, title: "Usages, programmation et modèle économique",
            isBidFor: true, price: money(16_720), budget: money(18_000),
            work: [
                work(
                    "berenice-fontaine", "tiers-lieux", "tiers-lieux", "third places", 18, 540),
                work(
                    "yann-le-goff", "concertation", "concertation publique",
                    "public consultation", 12.5, 560),
            ], reason: [:]),
        .init(
            lot: "lot-05", number: 2, title: "Forme juridique et statuts", isBidFor: true,
            price: money(6_720), budget: money(8_000),
            work: [
                work(
                    "claire-n-diaye", "statuts-scic", "statuts de SCIC", "SCIC articles", 10.5, 640)
            ], reason: [:]),
        .init(
            lot: "lot-06", number: 3, title: "Diagnostic structurel du b&acirc;timent",
            isBidFor: false, price: .zero, budget: money(12_000), work: [],
            reason: [
                .french:
                    "Il manque 8\u{A0}jours de diagnostic structurel au niveau 4\u{A0}: personne du réseau ne l’a.",
                .english:
                    "8\u{A0}days of structural survey at level 4 are missing: nobody in the network holds it.",
            ]),
    ],
    reasons: [
        .french: [
            "Trois membres couvrent les deux lots avec leurs jours libres.",
            "Bérénice Fontaine et Yann Le Goff ont déjà travaillé ensemble deux fois.",
        ],
        .english: [
            "Three members cover both lots with their free days.",
            "Bérénice Fontaine and Yann Le Goff have worked together twice.",
        ],
    ], basis: "b2")

private let digitalTowns = Bid(
    tender: "marche-01",
    tenderTitle: "Accompagnement &agrave; la transformation num&eacute;rique des communes membres",
    buyer: "Communauté de communes des Rives d’Orne", deadline: Deadline(Day(number: 20_805)),
    status: .feasible, price: money(41_250), budget: nil, bound: 40_400, gap: 0.0206,
    members: [
        .init(
            member: "anne-kerviel", name: "Anne Kerviel", leads: true, days: 55,
            amount: money(41_250))
    ],
    lots: [
        .init(
            lot: "lot-01", number: 1, title: "Accompagnement", isBidFor: true,
            price: money(41_250), budget: nil,
            work: [
                work(
                    "anne-kerviel", "transformation-numerique", "transformation numérique",
                    "digital transformation", 55, 750)
            ], reason: [:])
    ], reasons: [.french: [], .english: []], basis: "b1", isNew: false)

private let heating = Bid(
    tender: "marche-07", tenderTitle: "Réseau de chaleur : assistance à maîtrise d’ouvrage",
    buyer: "Ville de <b>Vire</b>", deadline: Deadline(Day(number: 20_812)), status: .none,
    price: .zero,
    budget: nil, bound: nil, gap: nil, members: [],
    lots: [
        .init(
            lot: "lot-19", number: 1, title: "Assistance à maîtrise d’ouvrage", isBidFor: false,
            price: .zero, budget: money(90_000), work: [],
            reason: [
                .french: "Il manque 140\u{A0}jours de génie thermique au niveau 5.",
                .english: "140\u{A0}days of thermal engineering at level 5 are missing.",
            ])
    ], reasons: [.french: [], .english: []], basis: "b7")
