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
        var places: [Int32] = []
        for (number, text) in Self.texts.enumerated() {
            let place = known[text] ?? Int32(firsts.count)
            if known[text] == nil {
                known[text] = place
                firsts.append(Int32(number))
            }
            places.append(place)
        }
        let distinct = DistinctTexts(Self.texts)
        #expect(distinct.firsts == firsts)
        #expect(distinct.places == places)
        #expect(distinct.count == firsts.count)
        #expect(distinct.hashes == firsts.map { contentHash(of: Self.texts[Int($0)]) })
    }

    @Test func noTextIsNoHash() {
        #expect(DistinctTexts([]).count == 0)
        #expect(DistinctTexts([""]).places == [0])
    }

    @Test(arguments: [0, 1, 40_000])
    func placesAreFoundHoweverManyWereExpected(capacity: Int) {
        let hashes = Self.texts.map { Hash(of: $0) }
        var places = HashPlaces(capacity: capacity)
        var before: [Hash: Int] = [:]
        for (place, hash) in hashes.enumerated() {
            #expect(places.insert(place, of: hashes) == before[hash])
            if before[hash] == nil { before[hash] = place }
        }
        #expect(hashes.allSatisfy { places.place(of: $0, in: hashes) == before[$0] })
        #expect(places.place(of: Hash(of: "nobody's"), in: hashes) == nil)
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
