internal import Market

/// How many candidates each hard rule excluded first, as bytes: need by need, ascending by id, one
/// number of 32 bits a rule in the order of `Exclusion.Rule`, little-endian.
///
/// - Parameter exclusions: For each need one number a rule.
func encoded(exclusions: [Need.ID: [Int32]]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * Exclusion.Rule.allCases.count * exclusions.count)
    for (_, counts) in exclusions.sorted(by: { $0.key < $1.key }) {
        for count in counts { bytes.append(count) }
    }
    return bytes
}

extension ScoringCache {
    /// For each cached need what ``encoded(exclusions:)`` wrote; empty where the bytes are not such.
    var exclusions: [Need.ID: [Int32]] {
        let rules = Exclusion.Rule.allCases.count
        guard head.excluded.count == 4 * rules * needs.count else { return [:] }
        var reader = ByteReader(head.excluded)
        var exclusions: [Need.ID: [Int32]] = [:]
        for need in needs.keys.sorted() {
            exclusions[need] = (0..<rules).compactMap { _ in reader.next(Int32.self) }
        }
        return exclusions
    }
}
