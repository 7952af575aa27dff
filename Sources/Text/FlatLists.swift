/// Many short lists of numbers, one after another in one piece of memory: a list of its own for each
/// of a million texts would take more room for the lists than for what is in them.
struct FlatLists: Sendable {
    private var starts: [Int] = [0]
    private(set) var values: [Int32] = []

    /// No list yet.
    init() {}

    /// For each number 0 ..< `count` the places of the lists that hold it, ascending.
    ///
    /// - Complexity: O(*n*) in the number of values.
    init(placesOf count: Int, in lists: FlatLists) {
        starts = [Int](repeating: 0, count: count + 1)
        for value in lists.values { starts[Int(value) + 1] += 1 }
        for number in 0..<count { starts[number + 1] += starts[number] }
        values = [Int32](repeating: 0, count: lists.values.count)
        var next = starts
        for place in 0..<lists.count {
            for value in lists[place] {
                values[next[Int(value)]] = Int32(place)
                next[Int(value)] += 1
            }
        }
    }

    /// Number of lists.
    var count: Int { starts.count - 1 }

    /// The values of a list.
    subscript(list: Int) -> ArraySlice<Int32> { values[range(list)] }

    /// Where the values of a list stand in ``values``.
    func range(_ list: Int) -> Range<Int> { starts[list]..<starts[list + 1] }

    mutating func append(_ list: some Sequence<Int32>) {
        values.append(contentsOf: list)
        starts.append(values.count)
    }

    /// Adds the lists of another.
    mutating func append(_ other: consuming FlatLists) {
        guard count > 0 else {
            self = other
            return
        }
        let first = values.count
        values.append(contentsOf: other.values)
        for start in other.starts.dropFirst() { starts.append(first + start) }
    }

    /// Exchanges each value for another, and brings each list into ascending order.
    mutating func renumber(by numbers: [Int32]) {
        values.withUnsafeMutableBufferPointer { values in
            for place in values.indices { values[place] = numbers[Int(values[place])] }
            for (start, end) in zip(starts, starts.dropFirst()) { values[start..<end].sort() }
        }
    }
}
