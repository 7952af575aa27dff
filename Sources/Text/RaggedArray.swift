/// A ragged array: many short lists of numbers as offsets and values (compressed sparse rows).
///
/// An array of its own for each of a million texts would take more memory for the arrays than for
/// what is in them.
struct RaggedArray: Sendable {
    private var offsets: [Int] = [0]
    private(set) var values: [Int32] = []

    /// No list yet.
    init() {}

    /// Inverts lists: for each number 0 ..< `count` the indices of the lists that hold it, ascending.
    ///
    /// - Complexity: O(*n*) in the number of values.
    init(inverting lists: RaggedArray, count: Int) {
        offsets = [Int](repeating: 0, count: count + 1)
        for value in lists.values { offsets[Int(value) + 1] += 1 }
        for number in 0..<count { offsets[number + 1] += offsets[number] }
        values = [Int32](repeating: 0, count: lists.values.count)
        var next = offsets
        for index in 0..<lists.count {
            for value in lists[index] {
                values[next[Int(value)]] = Int32(index)
                next[Int(value)] += 1
            }
        }
    }

    /// Number of lists.
    var count: Int { offsets.count - 1 }

    /// The values of a list.
    subscript(list: Int) -> ArraySlice<Int32> { values[range(list)] }

    /// Where the values of a list stand in ``values``.
    func range(_ list: Int) -> Range<Int> { offsets[list]..<offsets[list + 1] }

    mutating func append(_ list: some Sequence<Int32>) {
        values.append(contentsOf: list)
        offsets.append(values.count)
    }

    /// Adds the lists of another.
    mutating func append(_ other: consuming RaggedArray) {
        guard count > 0 else {
            self = other
            return
        }
        let first = values.count
        values.append(contentsOf: other.values)
        for offset in other.offsets.dropFirst() { offsets.append(first + offset) }
    }

    /// Exchanges each value for another, and brings each list into ascending order.
    mutating func renumber(by numbers: [Int32]) {
        values.withUnsafeMutableBufferPointer { values in
            for index in values.indices { values[index] = numbers[Int(values[index])] }
            for (start, end) in zip(offsets, offsets.dropFirst()) { values[start..<end].sort() }
        }
    }
}
