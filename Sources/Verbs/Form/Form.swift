public import Settings
public import Solving

/// `form`: a group for each tender, as a joint bid.
///
/// ## Keys under `solve.form`
/// - `order` (list, default: value, fit, ties, price, members, lead): what is wanted, one after
///   the other; value comes first.
/// - `weights` (objective: 0…100): the same all at once, instead of `order`; value above 0.
/// - `calendar` (`exclusive` or `overlap`, default: exclusive): whether a free day may be
///   promised to bids for different tenders.
/// - `overlap` (1…10, required with `calendar: overlap`, refused otherwise): how often.
/// - `alternatives` (0…5, default: 2): other teams to name.
/// - `substitutes` (true or false, default: true): whether to name who could take each
///   member's place.
/// - `references` (0…1, default: 0.5): what three references make up for of the distance to a
///   perfect fit.
/// - `tie_days` (0…100, default: 2), `tie_share` (0…1, default: 0.05): from how many days, or from what
///   share of all days of the tender, whichever is less, somebody's ties count.
/// - `nodes` (1…1000000, default: 2000): nodes that the search for one objective may take.
///
/// The job's `tenders` query gives the tenders whose lots are its needs.
public struct Form: Sendable, Hashable {
    public var wishes: BidWishes = .inOrder(BidObjective.allCases)
    /// 1 for an exclusive calendar.
    public var overlap = 1.0
    public var alternatives = 2
    public var substitutes = true
    public var references = 0.5
    public var tieDays = 2.0
    public var tieShare = 0.05
    public var nodes = 2_000

    public init() {}
}

extension Form: VerbSettings {
    public static let name = "form"
    public static let revision = 3
    public static let expected = "{} or its keys"
    public static let mayBeEmpty = true
    public static let queries = ["tenders"]

    public init?(in section: inout Section) {
        let names = BidObjective.allCases.map(\.rawValue)
        let order = section.names("order", of: "objective", among: names)
            .compactMap(BidObjective.init)
        if !order.isEmpty {
            if order.first == .value {
                wishes = .inOrder(order)
            } else {
                section.refuse(
                    "value first: without it, no bid would be the best",
                    found: order.first?.rawValue, key: "order")
            }
        }
        if let weights = Self.weights(in: &section) {
            if order.isEmpty {
                wishes = .weighted(weights)
            } else {
                section.refuse("order or weights", found: "both", key: "weights")
            }
        }
        overlap = Self.overlap(in: &section)
        if section.has("alternatives") {
            alternatives = section.whole("alternatives", in: 0...5) ?? alternatives
        }
        substitutes = section.flag("substitutes", default: substitutes)
        references = section.number("references", in: 0...1, required: false) ?? references
        tieDays = section.number("tie_days", in: 0...100, required: false) ?? tieDays
        tieShare = section.number("tie_share", in: 0...1, required: false) ?? tieShare
        if section.has("nodes") { nodes = section.whole("nodes", in: 1...1_000_000) ?? nodes }
    }

    private static func weights(in form: inout Section) -> [BidObjective: Double]? {
        let expected = "a weight from 0 to 100 for at least value"
        guard var section = form.section("weights", expected, required: false) else { return nil }
        var weights: [BidObjective: Double] = [:]
        for objective in BidObjective.allCases {
            weights[objective] = section.number(objective.rawValue, in: 0...100, required: false)
        }
        let problems = section.finish()
        form.absorb(problems)
        guard problems.isEmpty else { return nil }
        guard weights[.value, default: 0] > 0 else {
            form.refuse(
                "a weight of value above 0: without it, no bid would be the best",
                found: weights[.value].map(\.brief) ?? "none", key: "weights")
            return nil
        }
        return weights
    }

    private static func overlap(in section: inout Section) -> Double {
        let policies = ["exclusive", "overlap"]
        let policy =
            section.scalar("calendar", "exclusive or overlap", required: false) {
                policies.contains($0) ? $0 : nil
            } ?? "exclusive"
        let factor = section.number("overlap", in: 1...10, required: policy == "overlap")
        guard policy == "overlap" || factor == nil else {
            section.refuse(
                "overlap only beside calendar: overlap", found: factor?.brief, key: "overlap")
            return 1
        }
        return factor ?? 1
    }

    public var canonical: [(key: String, value: String)] {
        var keys: [(String, String)] = []
        switch wishes {
        case .inOrder(let order):
            keys.append(("order", order.map(\.rawValue).joined(separator: ",")))
        case .weighted(let weights):
            for objective in BidObjective.allCases {
                keys.append(
                    ("weights.\(objective.rawValue)", String(weights[objective] ?? 0)))
            }
        }
        keys.append(("overlap", String(overlap)))
        keys.append(("alternatives", String(alternatives)))
        keys.append(("substitutes", String(substitutes)))
        keys.append(("references", String(references)))
        keys.append(("tie_days", String(tieDays)))
        keys.append(("tie_share", String(tieShare)))
        keys.append(("nodes", String(nodes)))
        return keys
    }
}

extension Form {
    /// What the search is given of it.
    var policy: FormPolicy {
        FormPolicy(
            wishes: wishes, overlap: overlap, alternatives: alternatives,
            substitutes: substitutes, references: references, tieDays: tieDays,
            tieShare: tieShare)
    }

    func limits(in context: SolvingContext, stop: SolvingStop? = nil) -> FormLimits {
        FormLimits(
            seconds: context.seconds, nodes: nodes, seed: context.seed,
            solvers: Solvers(highs: context.highs, stop: stop))
    }
}
