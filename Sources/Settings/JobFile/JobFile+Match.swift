internal import Market

extension JobFile {
    static func match(in root: inout Section) -> Match? {
        guard var section = root.section("match", "how pairs are judged: require, weights, floor")
        else { return nil }
        let rules = section.names(
            "require", of: "rule", among: Exclusion.Rule.requirable.map(\.rawValue))
        let weights = weights(in: &section)
        let floor = floor(in: &section)
        let learns = section.flag("learn", default: false)
        let retrieve = section.whole("retrieve", in: 1...1_000_000, required: false)
        let declinedFor = section.scalar(
            "declined_for", "changed, or 1 to 3650 days such as “90 days”", required: false,
            make: term)
        let mentioned = section.scalar(
            "mentioned", "ignored, adds or suffices", required: false,
            make: { MentionUse(rawValue: $0) })
        root.absorb(section.finish())
        guard let weights else { return nil }
        return Match(
            require: Set(rules.compactMap(Exclusion.Rule.init)), weights: weights, floor: floor,
            learns: learns, retrieve: retrieve ?? Candidate.retrievedPerNeed,
            declinedFor: declinedFor ?? .untilChanged, mentioned: mentioned ?? .adds)
    }

    /// `changed`, `1 day`, `90 days`; nil for anything else.
    private static func term(_ text: String) -> Decline.Term? {
        if text == "changed" { return .untilChanged }
        let words = text.split(separator: " ")
        guard words.count == 2, ["day", "days"].contains(words[1]),
            words[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let days = Int(words[0]),
            (1...3650).contains(days)
        else { return nil }
        return .days(days)
    }

    /// The lowest score; automatic where none is named.
    private static func floor(in match: inout Section) -> MatchFloor {
        let precision = match.number("precision", in: 0.1...0.9, required: false)
        let number = match.scalar(
            "floor", "auto or a number from 0 to 1", required: false
        ) { text -> Double?? in
            if text == "auto" { return .some(nil) }
            return Double(text).flatMap { (0...1).contains($0) ? .some($0) : nil }
        }
        guard let number, let number else {
            return .automatic(precision: precision ?? MatchFloor.shippedPrecision)
        }
        if precision != nil {
            match.refuse("floor: auto beside it", found: "a floor of \(number)", key: "precision")
        }
        return .number(number)
    }

    private static func weights(in match: inout Section) -> [SignalKind: Double]? {
        let expected = "a weight from 0 to 1 for at least one signal"
        guard var section = match.section("weights", expected) else { return nil }
        var weights: [SignalKind: Double] = [:]
        for kind in SignalKind.allCases {
            weights[kind] = section.number(kind.rawValue, in: 0...1, required: false)
        }
        let problems = section.finish()
        match.absorb(problems)
        guard problems.isEmpty else { return nil }
        guard weights.values.contains(where: { $0 > 0 }) else {
            match.refuse(
                "at least one weight above 0", found: weights.isEmpty ? "none" : "only 0",
                key: "weights")
            return nil
        }
        return weights
    }

    static func publish(in root: inout Section) -> Publish {
        guard var section = root.section("publish", "report and digest", required: false)
        else { return Publish(report: true, digest: []) }
        let report = section.flag("report", default: true)
        let readers = section.names(
            "digest", of: "reader", among: Reader.allCases.map(\.rawValue))
        root.absorb(section.finish())
        return Publish(report: report, digest: Set(readers.compactMap(Reader.init)))
    }
}
