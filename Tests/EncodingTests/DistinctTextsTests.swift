import Encoding
import Hashing
import Testing

/// Texts that come more than once are found by their hashes.
@Suite struct DistinctTextsTests {
    /// Enough that every core takes several stretches of them, each text a few times.
    private static let texts = (0..<30_000).map { "texte \($0 * 7_919 % 11_003)" }

    @Test func eachTextFindsTheFirstOfItsLike() {
        var known: [String: Int32] = [:]
        var firsts: [Int32] = []
        var positions: [Int32] = []
        for (number, text) in Self.texts.enumerated() {
            let position = known[text] ?? Int32(firsts.count)
            if known[text] == nil {
                known[text] = position
                firsts.append(Int32(number))
            }
            positions.append(position)
        }
        let distinct = DistinctTexts(Self.texts)
        #expect(distinct.firsts == firsts)
        #expect(distinct.positions == positions)
        #expect(distinct.count == firsts.count)
        #expect(distinct.hashes == firsts.map { contentHash(of: Self.texts[Int($0)]) })
    }

    @Test func noTextIsNoHash() {
        #expect(DistinctTexts([]).count == 0)
        #expect(DistinctTexts([""]).positions == [0])
    }

    @Test(arguments: [0, 1, 40_000])
    func placesAreFoundHoweverManyWereExpected(capacity: Int) {
        let hashes = Self.texts.map { Hash(of: $0) }
        var positions = HashPositions(capacity: capacity)
        var before: [Hash: Int] = [:]
        for (position, hash) in hashes.enumerated() {
            #expect(positions.insert(position, of: hashes) == before[hash])
            if before[hash] == nil { before[hash] = position }
        }
        #expect(hashes.allSatisfy { positions.position(of: $0, in: hashes) == before[$0] })
        #expect(positions.position(of: Hash(of: "nobody's"), in: hashes) == nil)
    }

    @Test func aHashIsTakenFromTheBytesThatItGave() {
        let hash = Hash(of: "texte")
        hash.bytes.withUnsafeBytes { #expect(Hash(raw: $0) == hash) }
        Array(hash.bytes.dropLast()).withUnsafeBytes { #expect(Hash(raw: $0) == nil) }
        ([0] + hash.bytes).withUnsafeBytes {
            #expect(Hash(raw: UnsafeRawBufferPointer(rebasing: $0.dropFirst())) == hash)
        }
    }
}
