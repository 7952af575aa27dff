import Encoding
import Foundation
import Market
import Scoring
import TestSupport

/// The same judgement as the scorer's, pair by pair and by the book, with no regard to speed.
struct Oracle {
    let market: RandomMarket
    private let needRows: [[Double]]
    private let candidateRows: [[Double]]
    private let skillRows: [Skill.ID: [Double]]
    private let mean: Double
    private let deviation: Double
    private let hubness: [Double]
    private let words: WordsOracle
    /// What the best candidate of each need adds to its log-odds.
    private var shifts: [Double] = []

    init(_ market: RandomMarket) {
        self.market = market
        let snapshot = market.snapshot
        let texts = MarketTexts(of: snapshot)
        let all = (0..<market.vectors.count).map { market.vectors[$0].map(Double.init) }
        let (needs, candidates) = (snapshot.needs.count, snapshot.candidates.count)
        // A market of few texts has references before them.
        let first = all.count - 2 * needs - 2 * candidates - texts.skills.count
        func rows(_ start: Int, _ count: Int) -> [[Double]] {
            Oracle.centred(
                Array(all[first + start..<first + start + count]), wider: Array(all[first...]),
                references: Array(all[..<first]))
        }
        let labels = rows(2 * needs + 2 * candidates, texts.skills.count)
        let ids = texts.skills.map(\.id)
        skillRows = Dictionary(uniqueKeysWithValues: zip(ids, labels))
        let rarity = { Oracle.rarity($0, in: snapshot) }
        let asked = snapshot.needs.map { need in
            need.skills.map { ($0.skill, rarity($0.skill) * $0.weight) }
        }
        let held = snapshot.candidates.map { $0.skills.map { ($0.skill, rarity($0.skill)) } }
        let taught = Oracle.taught(
            labels, ids: ids, profiles: (asked + held).filter { !$0.isEmpty })
        func sides(_ titles: [[Double]], _ texts: [[Double]], _ terms: [[(Skill.ID, Double)]])
            -> [[Double]]
        {
            let pooled = Oracle.drawn(terms.map { Oracle.pooled($0, taught, count: all[0].count) })
            return titles.indices.map {
                Oracle.unit(
                    Oracle.sum(Oracle.unit(Oracle.sum(titles[$0], texts[$0])), pooled[$0]))
            }
        }
        let left = sides(rows(0, needs), rows(needs, needs), asked)
        let right = sides(
            rows(2 * needs, candidates), rows(2 * needs + candidates, candidates), held)
        (needRows, candidateRows) = (left, right)
        let cosines = left.filter { $0.contains { $0 != 0 } }.map { need in
            right.map { Oracle.dot(need, $0) }
        }
        let known = right.indices.filter { right[$0].contains { $0 != 0 } }
        let pairs = cosines.flatMap { row in known.map { row[$0] } }
        let average = pairs.reduce(0, +) / Double(pairs.count + 1_000)
        let squares = pairs.reduce(0) { $0 + $1 * $1 }
        let second = (squares + 1_000 * 0.125 * 0.125) / Double(pairs.count + 1_000)
        mean = average
        deviation = max(0.02, (second - average * average).squareRoot())
        hubness = Oracle.hubness(cosines, candidates: candidates)
        words = WordsOracle(snapshot)
        shifts = snapshot.needs.indices.map { shift($0) }
    }

    /// How far words are trusted.
    private var trust: Double {
        let texts = Double(market.snapshot.needs.count + market.snapshot.candidates.count)
        return texts / (texts + 180)
    }

    /// Weights in force: what words are not trusted with goes to the other signals of content.
    private var weights: [SignalKind: Double] {
        var weights = market.policy.weights
        let content: [SignalKind] = [.skills, .meaning, .words, .topics]
        let planned = content.reduce(0) { $0 + (weights[$1] ?? 0) }
        weights[.words] = (weights[.words] ?? 0) * trust
        let left = content.reduce(0) { $0 + (weights[$1] ?? 0) }
        for kind in content where left > 0 {
            weights[kind] = (weights[kind] ?? 0) * planned / left
        }
        return weights
    }

    /// What the candidate of the highest sum tells beyond it, as far as the market is small.
    private func shift(_ n: Int) -> Double {
        let snapshot = market.snapshot
        let texts = Double(snapshot.needs.count + snapshot.candidates.count)
        let smallness = min(1, max(0, log(1_500 / texts) / log(15)))
        let sums = snapshot.candidates.indices.map { c in
            failure(n, c) == nil ? (fused(n, c) * 100_000).rounded() / 100_000 : 0
        }
        let best = snapshot.candidates.indices.filter { sums[$0] > 0 }.min {
            sums[$0] != sums[$1]
                ? sums[$0] > sums[$1] : snapshot.candidates[$0].id < snapshot.candidates[$1].id
        }
        guard let best, smallness > 0, let standing = prominence(n, best) else { return 0 }
        let size = log(Double(snapshot.candidates.count) / 50)
        let told =
            -5.42 - 0.5 * size + 2.85 * log1p(abs(standing)) * (standing < 0 ? -1 : 1)
            + 0.72 * words.sharedRarity(n, best).squareRoot()
        let planned = [SignalKind.skills, .meaning, .words, .topics].reduce(0) {
            $0 + (market.policy.weights[$1] ?? 0)
        }
        let share = planned / market.policy.weights.values.reduce(0, +)
        guard share > 0 else { return 0 }
        let asked = Double(min(6, snapshot.needs[n].skills.count))
        let among = Double(max(500, snapshot.candidates.count))
        let elsewhere =
            13.8 * content(n, best) / max(0.5, share) - 2.1 + 1.5 * log(1 + asked) - log(among)
        return smallness * (told - elsewhere)
    }

    /// The cosine in deviations of its need's others, and that in those of its candidate's others.
    private func prominence(_ n: Int, _ c: Int) -> Double? {
        func isKnown(_ row: [Double]) -> Bool { row.contains { $0 != 0 } }
        guard isKnown(needRows[n]), isKnown(candidateRows[c]) else { return nil }
        let candidates = candidateRows.indices.filter { isKnown(candidateRows[$0]) }
        func standardised(_ value: Double, _ others: [Double], _ mean: Double, _ deviation: Double)
            -> Double
        {
            let count = Double(others.count)
            let own = (others.reduce(0, +) + 10 * mean) / (count + 10)
            let squares = others.reduce(0) { $0 + ($1 - own) * ($1 - own) }
            let variance = (squares + 10 * deviation * deviation) / (count + 10)
            return (value - own) / variance.squareRoot()
        }
        func inRow(_ need: Int) -> Double {
            let others = candidates.filter { $0 != c }.map {
                Oracle.dot(needRows[need], candidateRows[$0])
            }
            return standardised(
                Oracle.dot(needRows[need], candidateRows[c]), others, mean, deviation)
        }
        let others = needRows.indices.filter { $0 != n && isKnown(needRows[$0]) }.map(inRow)
        return standardised(inRow(n), others, 0, 1)
    }

    private static func taught(
        _ labels: [[Double]], ids: [Skill.ID], profiles: [[(Skill.ID, Double)]]
    ) -> [Skill.ID: [Double]] {
        var rows = Dictionary(uniqueKeysWithValues: zip(ids, labels))
        guard let dimension = labels.first?.count, !profiles.isEmpty else { return rows }
        for _ in 0..<3 {
            let company = drawn(profiles.map { pooled($0, rows, count: dimension) })
            for (id, label) in zip(ids, labels) {
                var naming = [Double](repeating: 0, count: dimension)
                for (profile, row) in zip(profiles, company) {
                    for term in profile where term.0 == id { naming = sum(naming, row) }
                }
                rows[id] = unit(sum(label, unit(naming)))
            }
        }
        let centred = drawn(ids.map { rows[$0, default: []] })
        return Dictionary(uniqueKeysWithValues: zip(ids, centred))
    }

    /// Half of the mean of the ten highest cosines of each candidate, against the mean of all.
    private static func hubness(_ cosines: [[Double]], candidates: Int) -> [Double] {
        guard !cosines.isEmpty else { return [Double](repeating: 0, count: candidates) }
        let means = (0..<candidates).map { candidate in
            let highest = cosines.map { $0[candidate] }.sorted(by: >).prefix(10)
            return highest.reduce(0, +) / Double(highest.count)
        }
        let mean = means.reduce(0, +) / Double(candidates)
        let share = Double(cosines.count) / Double(cosines.count + 10) / 2
        return means.map { share * ($0 - mean) }
    }

    private static func pooled(
        _ terms: [(Skill.ID, Double)], _ rows: [Skill.ID: [Double]], count: Int
    ) -> [Double] {
        var pooled = [Double](repeating: 0, count: count)
        for (skill, weight) in terms {
            pooled = sum(pooled, rows[skill, default: pooled].map { $0 * weight })
        }
        return unit(pooled)
    }

    /// The mean taken away, drawn to the origin as if ten more rows lay there.
    private static func drawn(_ rows: [[Double]]) -> [[Double]] {
        guard let first = rows.first else { return rows }
        let known = rows.filter { $0.contains { $0 != 0 } }
        let centre = first.indices.map { offset in
            known.reduce(0) { $0 + $1[offset] } / Double(known.count + 10)
        }
        return rows.map { row in
            row.contains { $0 != 0 } ? unit(zip(row, centre).map { $0 - $1 }) : row
        }
    }

    private static func sum(_ left: [Double], _ right: [Double]) -> [Double] {
        zip(left, right).map { $0 + $1 }
    }

    private static func dot(_ left: [Double], _ right: [Double]) -> Double {
        zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }

    private static func unit(_ row: [Double]) -> [Double] {
        let length = dot(row, row).squareRoot()
        return length < 1e-6 ? row.map { _ in 0 } : row.map { $0 / length }
    }

    private static func centred(
        _ rows: [[Double]], wider: [[Double]], references: [[Double]]
    ) -> [[Double]] {
        let known = rows.filter { $0.contains { $0 != 0 } }
        let all = wider.filter { $0.contains { $0 != 0 } }
        let centre = wider[0].indices.map { offset in
            let own = known.reduce(0) { $0 + $1[offset] }
            var (sum, count) = (all.reduce(0) { $0 + $1[offset] }, Double(all.count))
            if !references.isEmpty {
                sum += 20 * references.reduce(0) { $0 + $1[offset] } / Double(references.count)
                count += 20
            }
            let mean = sum / count
            return (own + 10 * mean) / Double(known.count + 10)
        }
        return rows.map { row in
            row.contains { $0 != 0 } ? unit(zip(row, centre).map { $0 - $1 }) : row
        }
    }

    private static func rarity(_ skill: Skill.ID, in snapshot: Snapshot) -> Double {
        let holders = snapshot.candidates.count { $0.skills.contains { $0.skill == skill } }
        let told = log(1 + Double(snapshot.candidates.count + 1) / Double(holders + 1))
        return told * told
    }

    /// Signals that apply.
    func signals(_ n: Int, _ c: Int) -> [SignalKind: Double] {
        let need = market.snapshot.needs[n]
        let candidate = market.snapshot.candidates[c]
        var signals: [SignalKind: Double] = [:]
        if !need.skills.isEmpty, !candidate.skills.isEmpty {
            var sum = 0.0
            var total = 0.0
            for asked in need.skills {
                let weight = Oracle.rarity(asked.skill, in: market.snapshot) * asked.weight
                let met = candidate.skills.map { held in
                    let cosine = Oracle.dot(
                        skillRows[asked.skill, default: []], skillRows[held.skill, default: []])
                    let near = held.skill == asked.skill ? 1 : min(1, max(0, (cosine - 0.2) / 0.8))
                    let short = (asked.level ?? 0) - (held.level ?? 3)
                    return near * (short <= 0 ? 1 : max(0.25, 1 - Double(short) / 4))
                }
                sum += weight * (met.max() ?? 0)
                total += weight
            }
            signals[.skills] = sum / total
        }
        let topics = (Set(need.topics), Set(candidate.topics))
        if !topics.0.isEmpty, !topics.1.isEmpty {
            signals[.topics] =
                Double(topics.0.intersection(topics.1).count)
                / Double(topics.0.union(topics.1).count)
        }
        signals[.words] = words.share(n, c)
        if needRows[n].contains(where: { $0 != 0 }), candidateRows[c].contains(where: { $0 != 0 }) {
            let cosine = Oracle.dot(needRows[n], candidateRows[c])
            let told = cosine - hubness[c] * (signals[.words] == nil ? 1 : 1 - trust)
            signals[.meaning] = min(1, max(0, (told - mean) / deviation / 8))
        }
        let atDistance = need.remote != .no && candidate.remote
        let kilometres = need.place.flatMap { place in
            candidate.place.map { place.distance(to: $0) }
        }
        if need.remote == .only {
            signals[.place] = atDistance ? 1 : 0
        } else if let kilometres {
            let ratio = kilometres / max(1, candidate.radius ?? 100)
            var fit = 1 / (1 + ratio * ratio)
            if candidate.radius == nil { fit = max(fit, 0.5) }
            signals[.place] = atDistance ? max(fit, 0.7) : fit
        } else if atDistance {
            signals[.place] = 0.7
        }
        if let days = need.days, let window = need.window,
            let free = candidate.calendar.freeDays(within: window)
        {
            signals[.dates] = min(1, free / days / 1.5)
        }
        let common = need.exchange.intersection(candidate.exchange)
        let bothSay = !need.exchange.isEmpty && !candidate.exchange.isEmpty
        if let highest = need.rateMax, let rate = candidate.rate,
            !bothSay || common.contains(.money)
        {
            signals[.price] = min(1, max(0, (1.15 - rate.euros / highest.euros) / 0.3))
        }
        if !need.languages.isEmpty, !candidate.languages.isEmpty {
            let spoken = need.languages.count { candidate.languages.contains($0) }
            signals[.language] = Double(spoken) / Double(need.languages.count)
        }
        if common.contains(.time), let hours = need.hours, need.account != nil,
            let giver = candidate.account
        {
            // The limits of the markets drawn are 20 hours from nothing, and so are those not said.
            let room = (20 - giver.balance) / 40
            signals[.balance] = hours <= giver.canGive ? room : 0
        }
        return signals
    }

    /// How likely the candidate is right: the odds before, times what the fused score makes of them.
    func score(_ n: Int, _ c: Int) -> Double { likelihood(need: n, fused: fused(n, c)) }

    func likelihood(need n: Int, fused: Double) -> Double {
        let content: Set<SignalKind> = [.skills, .meaning, .words, .topics]
        let weights = market.policy.weights
        let planned = weights.reduce(0) { $0 + (content.contains($1.key) ? $1.value : 0) }
        let share = planned / weights.values.reduce(0, +)
        if share == 0 || fused == 0 { return fused }
        let asked = Double(min(6, market.snapshot.needs[n].skills.count))
        let among = Double(max(500, market.snapshot.candidates.count))
        let odds =
            exp(-2.1) * pow(1 + asked, 1.5) / among
            * exp(13.8 * (fused - 0.6 * (1 - share)) / max(0.5, share) + shifts[n])
        return odds / (1 + odds)
    }

    /// The signals by their weights.
    func fused(_ n: Int, _ c: Int) -> Double { sums(n, c).all }

    /// What the signals of content add to them.
    private func content(_ n: Int, _ c: Int) -> Double { sums(n, c).content }

    private func sums(_ n: Int, _ c: Int) -> (all: Double, content: Double) {
        let content: Set<SignalKind> = [.skills, .meaning, .words, .topics]
        let weights = self.weights
        let signals = self.signals(n, c)
        let planned = content.reduce(0) { $0 + (weights[$1] ?? 0) }
        let present = content.reduce(0) { $0 + (signals[$1] == nil ? 0 : weights[$1] ?? 0) }
        if planned > 0, present == 0 { return (0, 0) }
        var sum = 0.0
        var ofContent = 0.0
        var total = 0.0
        for (kind, value) in signals {
            let scale = content.contains(kind) && present > 0 ? planned / present : 1
            sum += (weights[kind] ?? 0) * scale * value
            if content.contains(kind) { ofContent += (weights[kind] ?? 0) * scale * value }
            total += (weights[kind] ?? 0) * scale
        }
        return total > 0 ? (sum / total, ofContent / total) : (0, 0)
    }
}
