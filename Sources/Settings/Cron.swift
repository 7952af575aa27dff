/// When a job is due: the five time fields of a crontab line.
///
/// Minute 0–59, hour 0–23, day of the month 1–31, month 1–12 or jan–dec, day of the week 0–7 (both
/// ends are Sunday) or sun–sat. Each field is `*` or a list of numbers and ranges; `*` and ranges
/// take a step (`*/15`, `8-18/2`). See crontab(5); `@daily` and its like are not accepted.
public struct Cron: Sendable, Hashable, CustomStringConvertible {
    /// The five fields with one space between them, as written otherwise.
    public let description: String
    /// Minutes at which it is due, ascending.
    public let minutes: [Int]
    /// Hours at which it is due, ascending.
    public let hours: [Int]

    /// Reads five fields.
    ///
    /// - Throws: ``CronError`` with the first field that is wrong, or for a day that never comes
    ///   (30 February).
    public init(_ text: String) throws(CronError) {
        let fields = text.split { $0 == " " || $0 == "\t" }.map(String.init)
        guard fields.count == Field.allCases.count else {
            throw CronError(
                expected: "five fields: minute, hour, day of the month, month, day of the week",
                found: fields.count == 1 ? "1 field" : "\(fields.count) fields")
        }
        var values: [Field: [Int]] = [:]
        for (field, text) in zip(Field.allCases, fields) {
            values[field] = try field.values(of: text)
        }
        description = fields.joined(separator: " ")
        minutes = values[.minute] ?? []
        hours = values[.hour] ?? []

        let weekdayIsFree = fields[4] == "*"
        let days = values[.day] ?? []
        let months = values[.month] ?? []
        let longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        let comes = months.contains { month in days.contains { $0 <= longest[month - 1] } }
        guard comes || !weekdayIsFree else {
            throw CronError(
                expected: "a day of the month that its months have",
                found: "\(fields[2]) \(fields[3])".quoted)
        }
    }

    /// One of the five fields.
    private enum Field: String, CaseIterable {
        case minute = "minute"
        case hour = "hour"
        case day = "day of the month"
        case month = "month"
        case weekday = "day of the week"

        var range: ClosedRange<Int> {
            switch self {
            case .minute: 0...59
            case .hour: 0...23
            case .day: 1...31
            case .month: 1...12
            case .weekday: 0...7
            }
        }

        /// Names in order, from the lowest number on.
        var names: [String] {
            switch self {
            case .month:
                [
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec",
                ]
            case .weekday: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
            default: []
            }
        }

        var expected: String {
            let named = names.first.flatMap { first in names.last.map { " or \(first)–\($0)" } }
            return "in the field “\(rawValue)”: *, or numbers \(range.lowerBound)–"
                + "\(range.upperBound)\(named ?? ""), ranges and steps"
        }

        func values(of text: String) throws(CronError) -> [Int] {
            var values: Set<Int> = []
            for part in text.split(separator: ",", omittingEmptySubsequences: false) {
                guard let some = span(of: String(part)) else {
                    throw CronError(expected: expected, found: text.quoted)
                }
                values.formUnion(some)
            }
            return values.sorted()
        }

        /// The numbers of `*`, `a`, `a-b`, each of the ranges with a step.
        private func span(of part: String) -> [Int]? {
            let halves = part.split(separator: "/", omittingEmptySubsequences: false)
            guard let first = halves.first, halves.count <= 2 else { return nil }
            let ends = first.split(separator: "-", omittingEmptySubsequences: false)
            let bounds: ClosedRange<Int>
            if first == "*" {
                bounds = range
            } else if ends.count == 1, halves.count == 1, let only = number(ends[0]) {
                bounds = only...only
            } else if ends.count == 2, let low = number(ends[0]), let high = number(ends[1]),
                low <= high
            {
                bounds = low...high
            } else {
                return nil
            }
            guard halves.count == 2 else { return Array(bounds) }
            guard let step = digits(halves[1]), (1...range.upperBound).contains(step) else {
                return nil
            }
            return Array(stride(from: bounds.lowerBound, through: bounds.upperBound, by: step))
        }

        private func number(_ text: Substring) -> Int? {
            if let index = names.firstIndex(of: text.lowercased()) {
                return range.lowerBound + index
            }
            return digits(text).flatMap { range.contains($0) ? $0 : nil }
        }

        private func digits(_ text: Substring) -> Int? {
            text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                ? Int(text) : nil
        }
    }
}

/// What is wrong with a time in ``Cron``'s form.
public struct CronError: Error, Hashable {
    /// What should stand there, with the field.
    public let expected: String
    public let found: String
}
