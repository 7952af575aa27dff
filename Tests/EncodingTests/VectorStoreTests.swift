import Encoding
import Testing

/// Vectors that come from a cache are looked at before they count.
@Suite struct VectorStoreTests {
    private static func bytes(_ numbers: [Float]) -> [UInt8] {
        numbers.flatMap { number in
            withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) }
        }
    }

    private static func store(_ numbers: [Float]) throws -> VectorStore {
        var store = VectorStore(dimension: 4)
        store.grow(by: 10_000)
        try bytes(numbers).withUnsafeBytes { try store.set(9_000, littleEndian: $0) }
        return store
    }

    @Test func aRowIsReadAsItWasWritten() throws {
        let store = try Self.store([0.5, -0.5, 0.5, 0.5])
        #expect(Array(store[9_000]) == [0.5, -0.5, 0.5, 0.5])
        #expect(store[8_999].allSatisfy { $0 == 0 })
        #expect(store.count == 10_000)
    }

    @Test func aZeroRowIsOfNobodyWhoSaysAnything() throws {
        #expect(Array(try Self.store([0, 0, 0, 0])[9_000]) == [0, 0, 0, 0])
    }

    @Test(arguments: [
        [Float.nan, 0, 0, 1], [.infinity, 0, 0, 0], [2, 0, 0, 0], [0.1, 0, 0, 0],
    ])
    func numbersThatAreNoVectorAreRefused(numbers: [Float]) {
        #expect(throws: EncodingError.self) { try Self.store(numbers) }
    }

    @Test(arguments: [0, 3, 5, 384])
    func aRowOfAnotherDimensionIsRefused(count: Int) {
        #expect(throws: EncodingError.self) {
            try Self.store([Float](repeating: 0, count: count))
        }
    }

    @Test func aPartThatIsLetGoLeavesTheOthers() throws {
        var store = VectorStore(dimension: 65_536)
        store.grow(by: 100)
        store.grow(by: 200)
        #expect(store.partCount == 2)
        var row = [Float](repeating: 0, count: 65_536)
        row[7] = 1
        try store.set(299, row[...])
        store.release(store.part(of: 0))
        #expect(store[299].firstIndex(of: 1) == store[299].startIndex + 7)
        #expect(store[256].allSatisfy { $0 == 0 })
    }
}
