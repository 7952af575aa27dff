extension UnsafeBufferPointer<Float> {
    /// The sum of the squares of a row, in doubles, the same to the last bit wherever it is taken.
    ///
    /// Eight sums at a time: one alone would wait for itself at every number.
    package var sumOfSquares: Double {
        let raw = UnsafeRawBufferPointer(self)
        var squares = SIMD8<Double>()
        let whole = count / 8 * 8
        for index in stride(from: 0, to: whole, by: 8) {
            let numbers = raw.loadUnaligned(fromByteOffset: 4 * index, as: SIMD8<Float>.self)
            let wide = SIMD8<Double>(numbers)
            squares += wide * wide
        }
        for index in whole..<count { squares[0] += Double(self[index]) * Double(self[index]) }
        return squares.sum()
    }
}
