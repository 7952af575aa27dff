internal import Foundation
public import Market
internal import Wording

/// The night as JSON, for programs: keys in `snake_case` and sorted, days as `YYYY-MM-DD`, amounts in
/// cents, scores from 0 to 1, texts by language as the platform and the run wrote them.
///
/// The same night gives the same bytes. Lists have the order of the night.
///
/// - Throws: What the encoder says of a number that is not finite.
public func json(of night: RecordedNight) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return String(decoding: try encoder.encode(NightJSON(night)), as: UTF8.self) + "\n"
}

/// A text in each language, as an object whose keys are language codes.
private func byLanguage<Text>(_ texts: [Language: Text]) -> [String: Text] {
    Dictionary(uniqueKeysWithValues: texts.map { ($0.key.rawValue, $0.value) })
}

private struct NightJSON: Encodable {
    let format = 1
    let network: String
    let asOf: Day
    let runs: [Run]
    let suggestions: [Suggestion]
    let departures: [RecordedDeparture]
    let bids: [Bid]

    init(_ night: RecordedNight) {
        network = night.network
        asOf = night.asOf
        runs = night.runs.map(Run.init)
        suggestions = night.suggestions.map { Suggestion(suggestion: $0, skills: night.skills) }
        departures = night.departures
        bids = night.bids.map(Bid.init)
    }

    /// A run as it was recorded, with what is wrong with each row as a sentence.
    struct Run: Encodable {
        let run: RecordedRun

        private enum Key: CodingKey { case setAside }

        func encode(to encoder: any Encoder) throws {
            try run.encode(to: encoder)
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(run.setAside.map(Row.init), forKey: .setAside)
        }
    }

    struct Row: Encodable {
        let source: String
        let id: String
        let field: String
        let fault: [String: String]

        init(_ row: SetAside) {
            source = row.source
            id = row.id
            field = row.field
            fault = Dictionary(
                uniqueKeysWithValues: Language.allCases.map {
                    ($0.rawValue, Wording($0).sentence(for: row))
                })
        }
    }

    /// A suggestion as it was recorded, its signals without their evidence.
    struct Suggestion: Encodable {
        let suggestion: RecordedSuggestion
        let skills: [Skill.ID: Skill]

        private enum Key: CodingKey { case signals, why, better }

        private struct Part: Encodable {
            let kind: SignalKind
            let value: Double
            let weight: Double
        }

        func encode(to encoder: any Encoder) throws {
            try suggestion.encode(to: encoder)
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(
                suggestion.signals.map {
                    Part(kind: $0.kind, value: $0.value, weight: $0.weight)
                }, forKey: .signals)
            let signals = suggestion.signals
            let languages = signals.isEmpty ? [] : Language.allCases
            let why = languages.map { ($0, Wording($0).why(signals, skills: skills)) }
            try container.encode(
                byLanguage(Dictionary(uniqueKeysWithValues: why)), forKey: .why)
            let better = languages.compactMap { language in
                Wording(language).better(signals, skills: skills).map { (language, $0) }
            }
            try container.encode(
                byLanguage(Dictionary(uniqueKeysWithValues: better)), forKey: .better)
        }
    }
}

extension NightJSON {
    struct Bid: Encodable {
        let tender: String
        let tenderTitle: String
        let buyer: String
        let deadline: Day
        let status: String
        let priceCents: Int
        let budgetCents: Int?
        let bound: Double?
        let gap: Double?
        let members: [Member]
        let lots: [Lot]
        let reasons: [String: [String]]
        let basis: String
        let isNew: Bool

        init(_ bid: RecordedBid) {
            tender = bid.tender
            tenderTitle = bid.tenderTitle
            buyer = bid.buyer
            deadline = bid.deadline
            status = bid.status.rawValue
            priceCents = bid.price.cents
            budgetCents = bid.budget?.cents
            bound = bid.bound
            gap = bid.gap
            members = bid.members.map(Member.init)
            lots = bid.lots.map(Lot.init)
            reasons = byLanguage(bid.reasons)
            basis = bid.basis
            isNew = bid.isNew
        }
    }

    struct Member: Encodable {
        let member: String
        let name: String
        let leads: Bool
        let days: Double
        let amountCents: Int

        init(_ member: RecordedBid.Member) {
            self.member = member.member
            name = member.name
            leads = member.leads
            days = member.days
            amountCents = member.amount.cents
        }
    }

    struct Lot: Encodable {
        let lot: String
        let number: Int
        let title: String
        let isBidFor: Bool
        let priceCents: Int
        let budgetCents: Int?
        let work: [Work]
        let reason: [String: String]

        init(_ lot: RecordedBid.Lot) {
            self.lot = lot.lot
            number = lot.number
            title = lot.title
            isBidFor = lot.isBidFor
            priceCents = lot.price.cents
            budgetCents = lot.budget?.cents
            work = lot.work.map(Work.init)
            reason = byLanguage(lot.reason)
        }
    }

    struct Work: Encodable {
        let member: String
        let skill: String
        let label: [String: String]
        let days: Double
        let rateCents: Int
        let amountCents: Int

        init(_ work: RecordedBid.Work) {
            member = work.member
            skill = work.skill
            label = byLanguage(work.label)
            days = work.days
            rateCents = work.rate.cents
            amountCents = work.amount.cents
        }
    }
}
