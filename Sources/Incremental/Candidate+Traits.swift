package import Market

/// Traits: what hard rules look at of a candidate, as bytes. They are cached, so that the exclusions
/// of candidates that changed or went can be taken off the counts.
extension Candidate {
    /// Member, languages, certifications, topics, skills with levels, skills mentioned, coordinates, radius, calendar, price,
    /// kinds of exchange, account and consent, little-endian; lists and texts with their length
    /// first.
    package var traits: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(member)
        bytes.append(languages) { $0.append($1) }
        bytes.append(certifications) { $0.append($1) }
        bytes.append(topics) { $0.append($1) }
        bytes.append(skills) { bytes, held in
            bytes.append(held.skill)
            bytes.append(Int32(clamping: held.level ?? -1))
        }
        // No rule asks for a skill of a thesaurus.
        bytes.append(mentioned.filter { !Skill.isOfThesaurus($0) }) { $0.append($1) }
        bytes.append(place?.latitude ?? .nan)
        bytes.append(place?.longitude ?? .nan)
        bytes.append(radius ?? .nan)
        bytes.append(calendar.availabilities) { bytes, row in
            bytes.append(row.period)
            bytes.append(row.daysPerWeek)
        }
        bytes.append(calendar.commitments) { bytes, row in
            bytes.append(row.period)
            bytes.append(row.days)
        }
        bytes.append(Int64(rate?.cents ?? .min))
        bytes.append(account?.balance ?? .nan)
        bytes.append(account?.lowest ?? .nan)
        bytes.append(account?.highest ?? .nan)
        bytes.append(UInt8(exchange.bits))
        bytes.append(UInt8(remote ? 1 : 0) | UInt8(consentsToBids ? 2 : 0))
        return bytes
    }

    /// A candidate of whom nothing but ``traits`` is known; nil where the bytes are not such.
    package init?(id: Candidate.ID, traits bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        guard let member = reader.nextText(), let languages = reader.nextList({ $0.nextText() }),
            let certifications = reader.nextList({ $0.nextText() }),
            let topics = reader.nextList({ $0.nextText() }),
            let skills = reader.nextList({ $0.nextSkill() }),
            let mentioned = reader.nextList({ $0.nextText() }),
            let latitude = reader.nextDouble(), let longitude = reader.nextDouble(),
            let radius = reader.nextDouble(),
            let availabilities = reader.nextList({ $0.nextAvailability() }),
            let commitments = reader.nextList({ $0.nextCommitment() }),
            let cents = reader.next(Int64.self), let balance = reader.nextDouble(),
            let lowest = reader.nextDouble(), let highest = reader.nextDouble(),
            let kinds = reader.next(UInt8.self), let flags = reader.next(UInt8.self),
            reader.left == 0
        else { return nil }
        self.init(
            id: id, member: member, skills: skills, languages: languages,
            place: Place(name: "", latitude: latitude, longitude: longitude),
            radius: radius.isNaN ? nil : radius, remote: flags & 1 != 0,
            calendar: WorkCalendar(availabilities: availabilities, commitments: commitments),
            rate: cents == .min ? nil : Money(cents: Int(cents)),
            exchange: Set(bits: Int(kinds)),
            account: balance.isNaN
                ? nil
                : TimeAccount(
                    balance: balance, lowest: lowest.isNaN ? nil : lowest,
                    highest: highest.isNaN ? nil : highest),
            certifications: certifications, consentsToBids: flags & 2 != 0)
        self.mentioned = mentioned
        self.topics = topics
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ number: Double) { append(number.bitPattern) }

    fileprivate mutating func append(_ text: String) {
        append(UInt32(text.utf8.count))
        append(contentsOf: text.utf8)
    }

    fileprivate mutating func append<Item>(
        _ list: [Item], _ write: (inout [UInt8], Item) -> Void
    ) {
        append(UInt32(list.count))
        for item in list { write(&self, item) }
    }

    fileprivate mutating func append(_ period: Period) {
        append(Int64(period.first.number))
        append(Int64(period.last.number))
    }
}

extension ByteReader {
    fileprivate mutating func nextDouble() -> Double? {
        next(UInt64.self).map(Double.init(bitPattern:))
    }

    fileprivate mutating func nextText() -> String? {
        guard let count = next(UInt32.self).map(Int.init), count <= left else { return nil }
        let start = position
        position += count
        return withBytes { String(decoding: $0[start..<start + count], as: UTF8.self) }
    }

    fileprivate mutating func nextList<Item>(
        _ read: (inout ByteReader) -> Item?
    ) -> [Item]? {
        guard let count = next(UInt32.self), count <= left else { return nil }
        var list: [Item] = []
        for _ in 0..<count {
            guard let item = read(&self) else { return nil }
            list.append(item)
        }
        return list
    }

    fileprivate mutating func nextSkill() -> HeldSkill? {
        guard let skill = nextText(), let level = next(Int32.self) else { return nil }
        return HeldSkill(skill: skill, level: level < 0 ? nil : Int(level))
    }

    private mutating func nextPeriod() -> Period? {
        guard let first = next(Int64.self), let last = next(Int64.self) else { return nil }
        return Period(from: Day(number: Int(first)), to: Day(number: Int(last)))
    }

    fileprivate mutating func nextAvailability() -> Availability? {
        guard let period = nextPeriod(), let days = nextDouble() else { return nil }
        return Availability(period: period, daysPerWeek: days)
    }

    fileprivate mutating func nextCommitment() -> Commitment? {
        guard let period = nextPeriod(), let days = nextDouble() else { return nil }
        return Commitment(period: period, days: days)
    }
}

extension Set<Exchange> {
    /// The kinds as bits, the first of `Exchange` lowest.
    fileprivate var bits: Int {
        Exchange.allCases.enumerated().reduce(0) { bits, kind in
            contains(kind.element) ? bits | 1 << kind.offset : bits
        }
    }

    /// The kinds that ``bits`` stand for.
    fileprivate init(bits: Int) {
        self.init(
            Exchange.allCases.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element))
    }
}
