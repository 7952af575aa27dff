internal import Market

extension BidModel {
    /// Worth of the lots bid for, in cents, the sign turned.
    var lostValue: [Term] {
        zip(isBidFor, instance.lots).map { Term(variable: $0, factor: -Double($1.value)) }
    }

    /// Points of the work, the sign turned.
    var lostFit: [Term] {
        work.compactMap {
            let points = instance.members[$0.member].fit(for: $0.demand)
            return points > 0 ? Term(variable: $0.halfDays, factor: -Double(points)) : nil
        }
    }

    /// Pairs who have worked together, and a place for a newcomer, the sign turned.
    var lostTies: [Term] { ties.map { Term(variable: $0, factor: -1) } }

    /// Price of the whole bid in cents.
    var price: [Term] { work.flatMap(\.price) }

    /// Number of members.
    var size: [Term] { takesPart.map { Term(variable: $0, factor: 1) } }

    /// Half-days of the lead, the sign turned.
    var lostLead: [Term] { leadWork.map { Term(variable: $0, factor: -1) } }

    /// What is minimised for an objective.
    func terms(of objective: BidObjective) -> [Term] {
        switch objective {
        case .value: lostValue
        case .fit: lostFit
        case .ties: lostTies
        case .price: price
        case .members: size
        case .lead: lostLead
        }
    }

    /// What one unit of the weighted sum is divided into, so that its factors are whole.
    static let weightUnit = 1_000_000.0

    /// All objectives at once, each on a scale of its own: value and price against the worth of all
    /// lots, fit against ten points for each half-day of all lots, the lead's work against all
    /// half-days, ties and members in tens.
    func weightedSum(_ weights: [BidObjective: Double]) -> [Term] {
        var factors: [Programme.Variable: Double] = [:]
        for objective in BidObjective.allCases {
            let scale: Double =
                switch objective {
                case .value, .price: Double(max(1, instance.worth))
                case .fit: Double(max(1, 10 * instance.halfDays))
                case .lead: Double(max(1, instance.halfDays))
                case .ties, .members: 10
                }
            let weight = max(0, weights[objective] ?? 0) * BidModel.weightUnit / scale
            for term in terms(of: objective) {
                factors[term.variable, default: 0] += term.factor * weight
            }
        }
        return factors.sorted { $0.key < $1.key }.map {
            Term(variable: $0.key, factor: $0.value.rounded())
        }
        .filter { $0.factor != 0 }
    }
}
