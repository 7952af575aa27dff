/// Where each of some hashes stands, in 4 bytes a place.
///
/// The bytes of a hash are as good as any to look it up by: none is mixed again, as a dictionary
/// does, and the hashes themselves stay where they are.
public struct HashPositions: Sendable {
    /// Place of a hash in each slot, or -1; at least half of the slots are free.
    private var slots: [Int32]
    private var used = 0

    /// - Parameter capacity: How many are to come; more make it grow.
    public init(capacity: Int) {
        slots = HashPositions.free(for: capacity)
    }

    /// The places of some hashes; of equal ones the first.
    public init(of hashes: [Hash]) {
        self.init(capacity: hashes.count)
        for position in hashes.indices { _ = insert(position, of: hashes) }
    }

    private static func free(for count: Int) -> [Int32] {
        var size = 16
        while size < 2 * count { size *= 2 }
        return [Int32](repeating: -1, count: size)
    }

    /// The place of a hash; nil where it has none.
    ///
    /// - Parameters:
    ///   - hash: What is looked for.
    ///   - hashes: Those that the places were made of.
    public func position(of hash: Hash, in hashes: [Hash]) -> Int? {
        let position = slots[slot(of: hash, in: hashes)]
        return position < 0 ? nil : Int(position)
    }

    /// Takes in the hash at a place, unless there is an equal one.
    ///
    /// - Parameters:
    ///   - position: Where the hash stands.
    ///   - hashes: All of them; those at places taken in before stay as they were.
    /// - Returns: The place of the equal one that was there, or nil.
    public mutating func insert(_ position: Int, of hashes: [Hash]) -> Int? {
        let slot = slot(of: hashes[position], in: hashes)
        if slots[slot] >= 0 { return Int(slots[slot]) }
        slots[slot] = Int32(position)
        used += 1
        if 2 * used > slots.count { grow(hashes) }
        return nil
    }

    private mutating func grow(_ hashes: [Hash]) {
        let positions = slots.filter { $0 >= 0 }
        slots = HashPositions.free(for: slots.count)
        for position in positions { slots[slot(of: hashes[Int(position)], in: hashes)] = position }
    }

    /// The slot that holds a hash, or the free one that it would take.
    private func slot(of hash: Hash, in hashes: [Hash]) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash.leading) & mask
        while slots[slot] >= 0, hashes[Int(slots[slot])] != hash { slot = (slot + 1) & mask }
        return slot
    }
}
