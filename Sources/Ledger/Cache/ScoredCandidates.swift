public import Hashing
public import Market
internal import Parallel

/// Candidates as they were scored, ascending by id, in columns: of a million there is little more
/// than their ids and hashes.
public struct ScoredCandidates: Sendable, Hashable {
    public private(set) var ids: [Candidate.ID] = []
    /// SHA-256 of all that was read of each.
    public private(set) var contents: [Hash] = []
    /// What stands for each in ``ScoredNeed``; a new one whenever it changes.
    public private(set) var numbers: [Int32] = []
    /// How near each is to everything, as the scorer found it.
    public private(set) var hubness: [Float] = []

    /// Nobody.
    public init() {}

    /// - Parameters:
    ///   - ids: Ids, ascending by their bytes, each once.
    ///   - contents: A hash an id.
    ///   - numbers: A number an id, no two the same.
    ///   - hubness: A finite number an id.
    public init(ids: [Candidate.ID], contents: [Hash], numbers: [Int32], hubness: [Float]) {
        precondition(
            ids.count == contents.count && ids.count == numbers.count && ids.count == hubness.count,
            "columns of one length")
        self.ids = ids
        self.contents = contents
        self.numbers = numbers
        self.hubness = hubness
    }

    public var count: Int { ids.count }

    /// Adds a candidate whose id comes after all others.
    mutating func append(
        _ id: Candidate.ID, _ content: Hash, number: Int32, hubness: Float
    ) {
        ids.append(id)
        contents.append(content)
        numbers.append(number)
        self.hubness.append(hubness)
    }

    /// Where each of some ids stands; -1 where it is not there.
    ///
    /// - Parameters:
    ///   - count: Number of ids.
    ///   - others: The id of each place; ascending by their bytes.
    /// - Complexity: O(*n*) in the number of both, on all cores.
    public func places(
        of count: Int, _ others: @Sendable (Int) -> Candidate.ID
    ) -> [Int32] {
        Threads.chunks(of: count) { stretch in
            var place = firstPlace(notBefore: others(stretch.lowerBound))
            return stretch.map { other in
                let id = others(other)
                while place < ids.count, ids[place] != id, precedes(place, id) { place += 1 }
                return place < ids.count && ids[place] == id ? Int32(place) : -1
            }
        }.flatMap(\.self)
    }

    /// Whether the id at a place comes before another, by their bytes.
    private func precedes(_ place: Int, _ id: Candidate.ID) -> Bool {
        ids[place].utf8.lexicographicallyPrecedes(id.utf8)
    }

    private func firstPlace(notBefore id: Candidate.ID) -> Int {
        var (low, high) = (0, ids.count)
        while low < high {
            let middle = (low + high) / 2
            if precedes(middle, id) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// What differs from these to others.
    ///
    /// - Returns: Ids that are gone, ids whose row is another, and the places of rows that are new
    ///   or others.
    func changes(to after: ScoredCandidates) -> (gone: [Candidate.ID], written: [Int]) {
        let places = places(of: after.count) { after.ids[$0] }
        var stays = [Bool](repeating: false, count: count)
        var written: [Int] = []
        for (place, before) in places.enumerated() {
            let isSame =
                before >= 0 && contents[Int(before)] == after.contents[place]
                && numbers[Int(before)] == after.numbers[place]
            if isSame { stays[Int(before)] = true } else { written.append(place) }
        }
        return (stays.indices.filter { !stays[$0] }.map { ids[$0] }, written)
    }
}
