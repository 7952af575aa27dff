import Encoding
import Testing

struct VectorsTests {
    @Test func `Rows of length 1 and zero rows are taken, others refused`() throws {
        let vectors = try Vectors(count: 2, dimension: 2, values: [0.6, 0.8, 0, 0])
        #expect(Array(vectors[0]) == [0.6, 0.8])
        #expect(Array(vectors[1]) == [0, 0])
        for values in [[1, 1], [0.5, 0], [.nan, 0], [.infinity, 0], [1, 0, 0]] as [[Float]] {
            #expect(throws: EncodingError.self) {
                try Vectors(count: 1, dimension: 2, values: values)
            }
        }
        #expect(throws: EncodingError.self) { try Vectors(count: 0, dimension: 0, values: []) }
    }

    @Test func `Normalising keeps directions and refuses what is not finite`() throws {
        let vectors = try Vectors(normalising: [3, 4, 0, 0, 0, -2], count: 3, dimension: 2)
        #expect(vectors.values == [0.6, 0.8, 0, 0, 0, -1])
        #expect(throws: EncodingError.self) {
            try Vectors(normalising: [.nan, 1], count: 1, dimension: 2)
        }
        // A square beyond the range of Float is no trouble.
        let large = try Vectors(normalising: [3e30, 4e30], count: 1, dimension: 2)
        #expect(abs(large.values[0] - 0.6) < 1e-6)
    }

    @Test func `Gathering rows keeps their order`() throws {
        let rows: [[Float]] = [[1, 0], [0, 1], [0, 0]]
        let vectors = try Vectors.gather(rows, dimension: 2)
        #expect(vectors.values == [1, 0, 0, 1, 0, 0])
        #expect(throws: EncodingError.vectors(expected: "3 numbers a row", found: "2 in row 0")) {
            try Vectors.gather(rows, dimension: 3)
        }
        #expect(try Vectors.gather([[Float]](), dimension: 3).count == 0)
    }
}
