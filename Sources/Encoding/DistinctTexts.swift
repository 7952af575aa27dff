public import Hashing

/// Some texts, each that comes again counted once.
public struct DistinctTexts: Sendable {
    /// SHA-256 of each distinct text, in the order of first appearance.
    public private(set) var hashes: [Hash] = []
    /// Where each distinct text stands first.
    public private(set) var firsts: [Int32] = []
    /// For each text the place of its like in ``hashes``.
    public private(set) var places: [Int32] = []

    /// - Parameter texts: Prepared texts.
    /// - Complexity: O(*n*) in the length of all texts.
    public init(_ texts: [String]) {
        var known: [Hash: Int32] = [:]
        places.reserveCapacity(texts.count)
        for (text, content) in texts.enumerated() {
            let hash = contentHash(of: content)
            let place = known[hash] ?? Int32(hashes.count)
            if Int(place) == hashes.count {
                known[hash] = place
                hashes.append(hash)
                firsts.append(Int32(text))
            }
            places.append(place)
        }
    }

    /// Number of distinct texts.
    public var count: Int { hashes.count }
}
