internal import Market

extension JobFile {
    static func match(in root: inout Section) -> Match? {
        guard var section = root.section("match", "how pairs are judged: require, weights, floor")
        else { return nil }
        let rules = section.names(
            "require", of: "rule", among: Exclusion.Rule.requirable.map(\.rawValue))
        let weights = weights(in: &section)
        let floor = section.number("floor", in: 0...1)
        let learns = section.flag("learn", default: false)
        let retrieve = section.whole("retrieve", in: 1...1_000_000, required: false)
        root.absorb(section.finish())
        guard let weights, let floor else { return nil }
        return Match(
            require: Set(rules.compactMap(Exclusion.Rule.init)), weights: weights, floor: floor,
            learns: learns, retrieve: retrieve ?? Match.shippedRetrieve)
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

    static func verb(in root: inout Section) -> Verb? {
        let expected = "one verb, rank or form"
        guard var section = root.section("solve", expected) else { return nil }
        let rank = section.section(
            "rank", "caps: { per_need: …, per_candidate: … }", required: false)
        let form = section.section("form", "{} or its keys", required: false, mayBeEmpty: true)
        var verb: Verb?
        if var rank {
            verb = rules(in: &rank).map { .rank($0) }
            section.absorb(rank.finish())
        }
        if var form {
            verb = .form(JobFile.form(in: &form))
            section.absorb(form.finish())
        }
        if section.has("rank"), section.has("form") {
            section.refuse(expected, found: "both")
        } else if section.keys.isEmpty {
            section.refuse(expected, found: "none")
        }
        root.absorb(section.finish())
        return verb
    }

    private static func rules(in rank: inout Section) -> RankRules? {
        let perNeed = rank.whole("per_need", in: 1...1000)
        let perCandidate = rank.whole("per_candidate", in: 1...1000)
        // A budget below one night's places would never let a list be full.
        let attention = rank.whole("attention", in: (perNeed ?? 1)...100_000, required: false)
        let exposure = rank.whole("exposure", in: 0...365, required: false)
        let diversity = rank.number("diversity", in: 0...1, required: false)
        let stability = rank.number("stability", in: 0...1, required: false)
        guard let perNeed, let perCandidate else { return nil }
        return RankRules(
            perNeed: perNeed, perCandidate: perCandidate, attention: attention,
            exposure: exposure, diversity: diversity ?? 0, stability: stability ?? 0)
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

    /// Everything that the file and its queries say, in one fixed form, for the configuration hash.
    ///
    /// Comments, spaces and the order of keys in the file do not change it, and neither does the
    /// folder that the file lies in.
    public var canonical: String {
        var text = CanonicalText()
        text.add("job", name)
        for language in Language.allCases {
            text.add("title.\(language.rawValue)", title[language] ?? "")
        }
        text.add("needs", needs.text)
        text.add("candidates", candidates.text)
        if let tenders { text.add("tenders", tenders.text) }
        text.add("match.require", match.require.map(\.rawValue).sorted().joined(separator: ","))
        for kind in SignalKind.allCases {
            text.add("match.weights.\(kind.rawValue)", String(match.weights[kind] ?? 0))
        }
        text.add("match.floor", String(match.floor))
        text.add("match.retrieve", String(match.retrieve))
        if match.learns { text.add("match.learn", "true") }
        switch verb {
        case .rank(let rules):
            text.add("solve.rank.per_need", String(rules.perNeed))
            text.add("solve.rank.per_candidate", String(rules.perCandidate))
            text.add("solve.rank.attention", rules.attention.map { String($0) } ?? "")
            text.add("solve.rank.exposure", rules.exposure.map { String($0) } ?? "")
            text.add("solve.rank.diversity", String(rules.diversity))
            text.add("solve.rank.stability", String(rules.stability))
        case .form(let form):
            for (key, value) in form.canonical { text.add("solve.form.\(key)", value) }
        }
        text.add("publish.report", String(publish.report))
        text.add("publish.digest", publish.digest.map(\.rawValue).sorted().joined(separator: ","))
        return text.text
    }
}

/// Keys and values, one after the other, so that different ones never give the same text.
struct CanonicalText {
    private(set) var text = ""

    /// Adds `key=length:value`, the length in bytes.
    mutating func add(_ key: String, _ value: String) {
        text += "\(key)=\(value.utf8.count):\(value)\n"
    }
}
