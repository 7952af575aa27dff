import Encoding
import Foundation
import Market
import Scoring

/// The same judgement as the scorer's, pair by pair and by the book, with no regard to speed.
struct Oracle {
    let market: RandomMarket
    private let needRows: [[Double]]
    private let candidateRows: [[Double]]
    private let skillRows: [Skill.ID: [Double]]
    private let mean: Double
    private let deviation: Double
    private let index: WordsIndex

    init(_ market: RandomMarket) {
        self.market = market
        let snapshot = market.snapshot
        let texts = MarketTexts(of: snapshot)
        let all = (0..<market.vectors.count).map { market.vectors[$0].map(Double.init) }
        let needs = Array(all[..<texts.needs.count])
        let candidates = Array(all[texts.needs.count..<texts.needs.count + texts.candidates.count])
        let skills = Array(all[(texts.needs.count + texts.candidates.count)...])
        let centredSkills = Oracle.centred(skills, wider: all)
        let byID = Dictionary(uniqueKeysWithValues: zip(texts.skills.map(\.id), centredSkills))
        skillRows = byID
        func pooled(_ terms: [(Skill.ID, Double)]) -> [Double] {
            var sum = [Double](repeating: 0, count: all[0].count)
            for (skill, weight) in terms {
                for offset in sum.indices {
                    sum[offset] += weight * byID[skill, default: sum][offset]
                }
            }
            return Oracle.unit(sum)
        }
        let rarity = { Oracle.rarity($0, in: snapshot) }
        needRows = zip(Oracle.centred(needs, wider: all), snapshot.needs).map { row, need in
            let skills = pooled(need.skills.map { ($0.skill, rarity($0.skill) * $0.weight) })
            return Oracle.unit(zip(row, skills).map { $0 + $1 })
        }
        candidateRows = zip(Oracle.centred(candidates, wider: all), snapshot.candidates).map {
            let skills = pooled($1.skills.map { ($0.skill, rarity($0.skill)) })
            return Oracle.unit(zip($0, skills).map { $0 + $1 })
        }
        var sum = 0.0
        var squares = 0.0
        var pairs = 0.0
        for need in needRows where need.contains(where: { $0 != 0 }) {
            for candidate in candidateRows where candidate.contains(where: { $0 != 0 }) {
                let cosine = Oracle.dot(need, candidate)
                sum += cosine
                squares += cosine * cosine
                pairs += 1
            }
        }
        mean = sum / (pairs + 1_000)
        let second = (squares + 1_000 * 0.125 * 0.125) / (pairs + 1_000)
        deviation = max(0.02, (second - mean * mean).squareRoot())
        index = WordsIndex(
            documents: snapshot.candidates.map {
                (
                    Oracle.text($0.title, $0.text, $0.skills.map(\.skill), $0.language, snapshot),
                    $0.language
                )
            })
    }

    private static func dot(_ left: [Double], _ right: [Double]) -> Double {
        zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }

    private static func unit(_ row: [Double]) -> [Double] {
        let length = dot(row, row).squareRoot()
        return length < 1e-6 ? row.map { _ in 0 } : row.map { $0 / length }
    }

    private static func centred(_ rows: [[Double]], wider: [[Double]]) -> [[Double]] {
        let known = rows.filter { $0.contains { $0 != 0 } }
        let all = wider.filter { $0.contains { $0 != 0 } }
        let centre = wider[0].indices.map { offset in
            let own = known.reduce(0) { $0 + $1[offset] }
            let mean = all.reduce(0) { $0 + $1[offset] } / Double(all.count)
            return (own + 10 * mean) / Double(known.count + 10)
        }
        return rows.map { row in
            row.contains { $0 != 0 } ? unit(zip(row, centre).map { $0 - $1 }) : row
        }
    }

    private static func rarity(_ skill: Skill.ID, in snapshot: Snapshot) -> Double {
        let holders = snapshot.candidates.count { $0.skills.contains { $0.skill == skill } }
        return log(1 + Double(snapshot.candidates.count + 1) / Double(holders + 1))
    }

    private static func text(
        _ title: String, _ text: String, _ skills: [Skill.ID], _ language: Language,
        _ snapshot: Snapshot
    ) -> String {
        let labels = skills.map { snapshot.skills[$0]?.label(in: language) ?? $0 }
        return [title, text, labels.joined(separator: ", ")].filter { $0 != "" }
            .joined(separator: ". ")
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
        if needRows[n].contains(where: { $0 != 0 }), candidateRows[c].contains(where: { $0 != 0 }) {
            let deviations = (Oracle.dot(needRows[n], candidateRows[c]) - mean) / deviation
            signals[.meaning] = 1 / (1 + exp((2 - deviations) / 0.8))
        }
        let own = Oracle.text(
            need.title, need.text, need.skills.map(\.skill), need.language, market.snapshot)
        let other = Oracle.text(
            candidate.title, candidate.text, candidate.skills.map(\.skill), candidate.language,
            market.snapshot)
        let ceiling = Double(index.selfScore(own, language: need.language))
        if need.language == candidate.language, ceiling > 0, other != "" {
            let share = min(1, Double(index.scores(of: own, language: need.language)[c]) / ceiling)
            signals[.words] = share * 1.15 / (share + 0.15)
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
            let room = (giver.highest - giver.balance) / (giver.highest - giver.lowest)
            signals[.balance] = hours <= giver.canGive ? room : 0
        }
        return signals
    }

    func score(_ n: Int, _ c: Int) -> Double {
        let content: Set<SignalKind> = [.skills, .meaning, .words]
        let weights = market.policy.weights
        let signals = self.signals(n, c)
        let planned = content.reduce(0) { $0 + (weights[$1] ?? 0) }
        let present = content.reduce(0) { $0 + (signals[$1] == nil ? 0 : weights[$1] ?? 0) }
        if planned > 0, present == 0 { return 0 }
        var sum = 0.0
        var total = 0.0
        for (kind, value) in signals {
            let scale = content.contains(kind) && present > 0 ? planned / present : 1
            sum += (weights[kind] ?? 0) * scale * value
            total += (weights[kind] ?? 0) * scale
        }
        return total > 0 ? sum / total : 0
    }

    /// The first hard rule that fails.
    func failure(_ n: Int, _ c: Int) -> Exclusion.Rule? {
        let need = market.snapshot.needs[n]
        let candidate = market.snapshot.candidates[c]
        let required = market.policy.require
        if need.owner == candidate.member { return .ownNeed }
        if let owner = need.owner,
            market.snapshot.refusals.contains(MemberPair(owner, candidate.member))
        {
            return .refusal
        }
        if required.contains(.language), !candidate.languages.isEmpty,
            !Set(need.languages).isSubset(of: candidate.languages)
        {
            return .language
        }
        if required.contains(.place) {
            var tooFar = false
            if let from = need.place, let to = candidate.place, let radius = candidate.radius {
                tooFar = from.distance(to: to) > radius
            }
            if need.remote == .only, !candidate.remote { return .place }
            if need.remote == .no, tooFar { return .place }
            if need.remote == .possible, tooFar, !candidate.remote { return .place }
        }
        if required.contains(.dates), let days = need.days, let window = need.window,
            let free = candidate.calendar.freeDays(within: window), free < days - 1e-9
        {
            return .dates
        }
        if required.contains(.skills),
            need.skills.contains(where: { asked in
                asked.mandatory
                    && !candidate.skills.contains {
                        $0.skill == asked.skill && $0.reaches(asked.level)
                    }
            })
        {
            return .skills
        }
        if required.contains(.certifications),
            !Set(need.certifications.map { $0.lowercased() })
                .isSubset(of: candidate.certifications.map { $0.lowercased() })
        {
            return .certifications
        }
        let common = need.exchange.intersection(candidate.exchange)
        let bothSay = !need.exchange.isEmpty && !candidate.exchange.isEmpty
        if required.contains(.price), let highest = need.rateMax, let rate = candidate.rate,
            !bothSay || common.contains(.money), rate > highest
        {
            return .price
        }
        if required.contains(.exchange), bothSay, common.isEmpty { return .exchange }
        if required.contains(.balance), common == [.time], let hours = need.hours,
            hours > candidate.account?.canGive ?? .infinity
                || hours > need.account?.canReceive ?? .infinity
        {
            return .balance
        }
        if required.contains(.consent), !candidate.consentsToBids { return .consent }
        return nil
    }
}
