internal import Market

/// An object of the `availability` or the `commitments` of a candidate.
private struct PeriodMembers: JSONMembers {
    var id = JSONScalar.null
    var from = JSONScalar.null
    var to = JSONScalar.null
    var daysPerWeek = JSONScalar.null
    var days = JSONScalar.null
    var tender = JSONScalar.null

    mutating func take(_ name: String, _ value: JSONScalar) {
        switch name {
        case "id": id = value
        case "from": from = value
        case "to": to = value
        case "days_per_week": daysPerWeek = value
        case "days": days = value
        case "tender": tender = value
        default: break
        }
    }

    /// - Parameter isOpen: Whether it may have no beginning (`-infinity`) and no end (`infinity`).
    func period(isOpen: Bool = false) throws(Unusable) -> Period {
        let first =
            isOpen && from == .text("-infinity") ? Self.earliest : try Self.day("from", from)
        let last = isOpen && to == .text("infinity") ? Self.latest : try Self.day("to", to)
        guard let period = Period(from: first, to: last) else {
            throw Unusable(
                field: "to",
                fault: .reversedDates(first: first.description, last: last.description))
        }
        return period
    }

    /// 0001-01-01 and 9999-12-31, the first and the last day that there is.
    private static let earliest = Day(number: -719_162)
    private static let latest = Day(number: 2_932_896)

    private static func day(_ name: String, _ value: JSONScalar) throws(Unusable) -> Day {
        guard case .text(let text) = value, let day = Day(text) else {
            throw Unusable(field: name, fault: .unreadable(expected: .a(.writtenDay)))
        }
        return day
    }
}

extension Fields {
    /// What the candidate said of their time, by date; a row that makes no sense is left out.
    mutating func calendar() -> WorkCalendar {
        var availabilities: [Availability] = []
        for object in objects(.availability, as: PeriodMembers.self) {
            do throws(Unusable) {
                let period = try object.period(isOpen: true)
                let days = try Self.number("days_per_week", object.daysPerWeek, .positive)
                guard let days, days <= 7 else {
                    throw Unusable(
                        field: "days_per_week",
                        fault: .unreadable(expected: .a(.daysPerWeek)))
                }
                availabilities.append(Availability(period: period, daysPerWeek: days))
            } catch {
                drop(error.field, error.fault, source: "availability", id: rowID(object.id))
            }
        }
        var commitments: [Commitment] = []
        for object in objects(.commitments, as: PeriodMembers.self) {
            do throws(Unusable) {
                let period = try object.period()
                guard let days = try Self.number("days", object.days, .notNegative, .days) else {
                    throw Unusable(field: "days", fault: .unreadable(expected: .a(.number)))
                }
                var tender: Tender.ID?
                if case .text(let id) = object.tender { tender = id }
                commitments.append(Commitment(period: period, days: days, tender: tender))
            } catch {
                drop(error.field, error.fault, source: "commitment", id: rowID(object.id))
            }
        }
        return WorkCalendar(
            availabilities: availabilities.sorted {
                ($0.period.first, $0.period.last, $0.daysPerWeek)
                    < ($1.period.first, $1.period.last, $1.daysPerWeek)
            },
            commitments: commitments.sorted {
                ($0.period.first, $0.period.last, $0.days, $0.tender ?? "")
                    < ($1.period.first, $1.period.last, $1.days, $1.tender ?? "")
            })
    }

    /// The row's own id where it has one, otherwise that of what it belongs to.
    private func rowID(_ value: JSONScalar) -> String {
        switch value {
        case .text(let text): text
        case .number(_, let digits): digits
        default: id
        }
    }
}
