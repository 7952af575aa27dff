public import Hashing
internal import Parallel

/// Some texts, each that comes again counted once.
public struct DistinctTexts: Sendable {
    /// SHA-256 of each distinct text, in the order of first appearance.
    public private(set) var hashes: [Hash] = []
    /// Where each distinct text stands first.
    public private(set) var firsts: [Int32] = []
    /// For each text the place of its like in ``hashes``.
    public private(set) var positions: [Int32] = []

    /// - Parameter texts: Prepared texts.
    /// - Complexity: O(*n*) in the length of all texts.
    public init(_ texts: [String]) {
        self.init(hashes: Threads.mapMany(texts.count) { contentHash(of: texts[$0]) })
    }

    /// - Parameter all: The hash of each text.
    /// - Complexity: O(*n*).
    public init(hashes all: [Hash]) {
        var known = HashPositions(capacity: all.count)
        positions.reserveCapacity(all.count)
        for (text, hash) in all.enumerated() {
            if let first = known.insert(text, of: all) {
                positions.append(positions[first])
            } else {
                positions.append(Int32(hashes.count))
                hashes.append(hash)
                firsts.append(Int32(text))
            }
        }
    }

    /// Number of distinct texts.
    public var count: Int { hashes.count }
}
