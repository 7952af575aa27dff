internal import Market

/// Finds ids that differ for PostgreSQL and are one for Swift, whose texts are equal where they look the
/// same: é as one letter, and as e with an accent after it.
///
/// What is keyed by id would take the one for the other, so that the second of them is set aside.
struct ConfusableIDs {
    private var known: [String: String] = [:]

    /// Whether an id looks as an earlier one does, and is another; it is remembered otherwise.
    mutating func confuses(_ id: String) -> Bool {
        guard let earlier = known[id] else {
            known[id] = id
            return false
        }
        return !earlier.isWritten(as: id)
    }

    /// Takes out the rows for which an id is confused with an earlier one's.
    ///
    /// - Parameters:
    ///   - rows: In the order of their ids.
    ///   - column: The column that holds the id.
    ///   - word: What a row is called.
    ///   - id: The id.
    mutating func sift<Value: Identifiable<String>>(
        _ rows: inout QueryRows<Value>, _ column: MarketColumn, calling word: String,
        id: (Value) -> String?
    ) {
        // Only letters beyond ASCII can be written in two ways.
        rows.values.removeAll { value in
            guard let id = id(value), !id.utf8.allSatisfy({ $0 < 0x80 }), confuses(id) else {
                return false
            }
            rows.faults.append(
                SetAside(
                    source: word, id: value.id, field: column.rawValue,
                    fault: .unreadable(expected: .a(.distinctID))))
            return true
        }
    }
}
