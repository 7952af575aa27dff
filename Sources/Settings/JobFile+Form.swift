internal import Market

extension JobFile {
    /// The keys under `solve.form`; what is refused is noted in the section.
    static func form(in section: inout Section) -> Form {
        var form = Form()
        let names = BidObjective.allCases.map(\.rawValue)
        let order = section.names("order", of: "objective", among: names)
            .compactMap(BidObjective.init)
        if !order.isEmpty {
            if order.first == .value {
                form.wishes = .inOrder(order)
            } else {
                section.refuse(
                    "value first: without it, no bid would be the best",
                    found: order.first?.rawValue, key: "order")
            }
        }
        if let weights = weights(in: &section) {
            if order.isEmpty {
                form.wishes = .weighted(weights)
            } else {
                section.refuse("order or weights", found: "both", key: "weights")
            }
        }
        form.overlap = overlap(in: &section)
        if section.has("alternatives") {
            form.alternatives = section.whole("alternatives", in: 0...5) ?? form.alternatives
        }
        form.substitutes = section.flag("substitutes", default: form.substitutes)
        form.references =
            section.number("references", in: 0...1, required: false) ?? form.references
        if section.has("nodes") {
            form.nodes = section.whole("nodes", in: 1...1_000_000) ?? form.nodes
        }
        return form
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
}

extension JobFile.Form {
    /// Every key with its value, in one fixed form.
    var canonical: [(key: String, value: String)] {
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
        keys.append(("nodes", String(nodes)))
        return keys
    }
}
