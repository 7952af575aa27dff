/// What is done to one row of many.
enum RowArithmetic {
    /// Brings a row to length 1; one that is nearly zero becomes zero.
    static func normalise(_ values: inout [Float], from start: Int, _ dimension: Int) {
        precondition(start >= 0 && start + dimension <= values.count, "a row that exists")
        values.withUnsafeMutableBufferPointer { values in
            let row = UnsafeMutableBufferPointer(rebasing: values[start..<start + dimension])
            let square = sumOfSquares(UnsafeBufferPointer(row))
            guard square > 1e-12 else {
                for index in row.indices { row[index] = 0 }
                return
            }
            let scale = Float(1 / square.squareRoot())
            for index in row.indices { row[index] *= scale }
        }
    }

    /// Eight sums at a time: one alone would wait for itself at every number.
    private static func sumOfSquares(_ row: UnsafeBufferPointer<Float>) -> Double {
        let raw = UnsafeRawBufferPointer(row)
        var squares = SIMD8<Double>()
        let whole = row.count / 8 * 8
        for index in stride(from: 0, to: whole, by: 8) {
            let numbers = raw.loadUnaligned(fromByteOffset: 4 * index, as: SIMD8<Float>.self)
            let wide = SIMD8<Double>(numbers)
            squares += wide * wide
        }
        for index in whole..<row.count { squares[0] += Double(row[index]) * Double(row[index]) }
        return squares.sum()
    }

    /// Takes a centre away from a row and brings it to length 1.
    static func centre(_ values: inout [Float], from start: Int, less centre: [Float]) {
        add(centre[...], times: -1, to: &values, from: start)
        normalise(&values, from: start, centre.count)
    }

    /// Adds a multiple of a row to another.
    static func add(
        _ row: ArraySlice<Float>, times weight: Float, to values: inout [Float], from start: Int
    ) {
        precondition(start >= 0 && start + row.count <= values.count, "a row that exists")
        row.withUnsafeBufferPointer { row in
            values.withUnsafeMutableBufferPointer { values in
                let target = UnsafeMutableBufferPointer(rebasing: values[start..<start + row.count])
                for index in target.indices { target[index] += weight * row[index] }
            }
        }
    }
}
