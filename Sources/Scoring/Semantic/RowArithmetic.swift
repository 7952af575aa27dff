internal import Encoding

/// What is done to one row of many.
enum RowArithmetic {
    /// Brings a row to length 1; one that is nearly zero becomes zero.
    static func normalise(_ values: inout [Float], from start: Int, _ dimension: Int) {
        precondition(start >= 0 && start + dimension <= values.count, "a row that exists")
        values.withUnsafeMutableBufferPointer { values in
            let row = UnsafeMutableBufferPointer(rebasing: values[start..<start + dimension])
            let square = UnsafeBufferPointer(row).sumOfSquares
            guard square > 1e-12 else {
                for index in row.indices { row[index] = 0 }
                return
            }
            let scale = Float(1 / square.squareRoot())
            for index in row.indices { row[index] *= scale }
        }
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
