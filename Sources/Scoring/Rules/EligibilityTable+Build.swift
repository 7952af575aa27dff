internal import Market
internal import Parallel

extension EligibilityTable {
    /// - Parameters:
    ///   - scorer: What knows the market.
    ///   - order: Places in the snapshot of the candidates to decide for, in the order in which they
    ///     stand here.
    /// - Complexity: O(*n*) in the length of all lists of both sides.
    init(_ scorer: Scorer, order: [Int]) {
        let all = scorer.snapshot.candidates
        let candidates = order.elementsEqual(all.indices) ? all : order.map { all[$0] }
        let count = candidates.count
        rules = scorer.rules
        candidateCount = count
        let spoken = Traits(
            asked: scorer.snapshot.needs.indices.map { Array(scorer.needLanguages[$0]) })
        languages = spoken.holders(count) { scorer.candidateLanguages[order[$0]] }
        let certified = Traits(
            asked: scorer.snapshot.needs.indices.map { Array(scorer.needCertifications[$0]) })
        certifications = certified.holders(count) { scorer.candidateCertifications[order[$0]] }
        let (skills, (places, calendars)) = Threads.both {
            MandatorySkills(scorer, order)
        } _: {
            (PlaceColumns(candidates), CalendarColumns(candidates))
        }
        mandatory = skills.holders
        self.places = places
        self.calendars = calendars
        silentOnLanguages = Bitmap(count) { scorer.candidateLanguages[order[$0]].isEmpty }
        remote = Bitmap(count) { candidates[$0].remote }
        consenting = Bitmap(count) { candidates[$0].consentsToBids }
        priced = Bitmap(count) { candidates[$0].rate != nil }
        let kinds = Threads.mapMany(count) { candidates[$0].exchange.bits }
        exchanges = (0..<1 << Exchange.allCases.count).map { set in
            Bitmap(count) { kinds[$0] == set }
        }
        rates = Threads.mapMany(count) { candidates[$0].rate?.cents ?? 0 }
        canGive = Threads.mapMany(count) { candidates[$0].account?.canGive ?? .infinity }

        // Only those who ask for something can be the owners of a need, or refused by one.
        var byMember: [String: [Int32]] = [:]
        for need in scorer.snapshot.needs { if let owner = need.owner { byMember[owner] = [] } }
        for pair in scorer.snapshot.refusals {
            byMember[pair.first] = []
            byMember[pair.second] = []
        }
        let owned = Threads.stretches(of: count) { [byMember] places in
            places.filter { byMember[candidates[$0].member] != nil }
        }
        for place in owned.joined() { byMember[candidates[place].member]?.append(Int32(place)) }
        var refused: [String: [String]] = [:]
        for pair in scorer.snapshot.refusals {
            refused[pair.first, default: []].append(pair.second)
            refused[pair.second, default: []].append(pair.first)
        }
        var declined: [Int: [Int32]] = [:]
        let placesHere =
            scorer.declined.isEmpty
            ? [:]
            : Dictionary(
                order.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        for pair in scorer.declined {
            guard let place = placesHere[pair.candidate] else { continue }
            declined[pair.need, default: []].append(place)
        }
        needs = scorer.snapshot.needs.enumerated().map { index, need in
            let unwanted = Set(need.owner.flatMap { refused[$0] } ?? [])
            return NeedTraits(
                need: need, own: need.owner.flatMap { byMember[$0] } ?? [],
                refused: unwanted.flatMap { byMember[$0] ?? [] }.sorted(),
                declined: (declined[index] ?? []).sorted(), languages: spoken.numbers[index],
                certifications: certified.numbers[index], mandatory: skills.numbers[index],
                exchange: need.exchange.bits)
        }
    }
}

/// Codes that needs ask for, numbered as they come.
private struct Traits {
    private var places: [Int: Int] = [:]
    /// For each need the numbers of what it asks.
    private(set) var numbers: [[Int]] = []

    init(asked: [[Int]]) {
        for codes in asked {
            numbers.append(
                codes.map { code in
                    if let place = places[code] { return place }
                    places[code] = places.count
                    return places.count - 1
                })
        }
    }

    func holders(_ count: Int, _ held: (Int) -> ArraySlice<Int>) -> InvertedIndex {
        var lists = [[Int32]](repeating: [], count: places.count)
        for candidate in 0..<count {
            for code in held(candidate) {
                guard let place = places[code], lists[place].last != Int32(candidate) else {
                    continue
                }
                lists[place].append(Int32(candidate))
            }
        }
        return InvertedIndex(lists, among: count)
    }
}

/// Skills with the level at which a need makes them mandatory, numbered as they come.
private struct MandatorySkills {
    let holders: InvertedIndex
    private(set) var numbers: [[Int]] = []

    private struct Wanted: Hashable {
        let skill: Int
        let level: Int
    }

    init(_ scorer: Scorer, _ order: [Int]) {
        var places: [Wanted: Int] = [:]
        var levels: [Int: [(level: Int, place: Int)]] = [:]
        for need in scorer.snapshot.needs {
            var own: [Int] = []
            for asked in need.skills where asked.mandatory {
                guard let skill = scorer.skills.number(of: asked.skill) else { continue }
                let wanted = Wanted(skill: skill, level: max(asked.level ?? 0, 1))
                if places[wanted] == nil {
                    levels[skill, default: []].append((wanted.level, places.count))
                    places[wanted] = places.count
                }
                if let place = places[wanted] { own.append(place) }
            }
            numbers.append(own)
        }
        var lists = [[Int32]](repeating: [], count: places.count)
        for (candidate, place) in order.enumerated() where !places.isEmpty {
            for holding in scorer.skills.holdings(of: place) {
                for (level, place) in levels[holding.skill] ?? []
                where holding.effectiveLevel >= level && lists[place].last != Int32(candidate) {
                    lists[place].append(Int32(candidate))
                }
            }
        }
        holders = InvertedIndex(lists, among: order.count)
    }
}
