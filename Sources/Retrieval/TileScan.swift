/// Finds the numbers of a tile that may matter, 64 at a time.
///
/// Written on Swift's SIMD types, eight lanes wide: the compiler makes of them what the processor it
/// builds for has. A block in which nothing matters costs a comparison a number and one branch.
enum TileScan {
    /// Which of 64 scores reach a threshold, one bit each.
    @inline(__always)
    static func reached(_ scores: UnsafePointer<Float>, _ threshold: Float) -> UInt64 {
        let threshold = SIMD8<Float>(repeating: threshold)
        return bits { (lane: Int) -> SIMDMask<SIMD8<Int32>> in eight(scores + lane) .>= threshold }
    }

    /// Which of 64 products, with their columns from `start` on and weights, reach a threshold.
    @inline(__always)
    static func reached(
        _ products: UnsafePointer<Int32>, _ columns: QuantisedRows.Columns, from start: Int,
        _ coarse: EightBitBound.Coarse
    ) -> UInt64 {
        let scales = columns.scales + start
        let residuals = columns.residuals + start
        let along = columns.alongCentre + start
        let residualWeight = SIMD8<Float>(repeating: coarse.residualWeight)
        let centreWeight = SIMD8<Float>(repeating: coarse.centreWeight)
        let threshold = SIMD8<Float>(repeating: coarse.threshold)
        return bits { (lane: Int) -> SIMDMask<SIMD8<Int32>> in
            let product = SIMD8<Float>(
                UnsafeRawPointer(products + lane).loadUnaligned(as: SIMD8<Int32>.self))
            let bound =
                product * eight(scales + lane) + eight(residuals + lane) * residualWeight
                + eight(along + lane) * centreWeight
            return bound .>= threshold
        }
    }

    @inline(__always)
    private static func eight(_ numbers: UnsafePointer<Float>) -> SIMD8<Float> {
        UnsafeRawPointer(numbers).loadUnaligned(as: SIMD8<Float>.self)
    }

    /// The answers of 64 lanes, as the bits of one word.
    ///
    /// Answer *i* of group *g* is gathered as bit *g* of lane *i*; where there is any, rows and
    /// columns of these eight times eight bits change places.
    @inline(__always)
    private static func bits(_ part: (Int) -> SIMDMask<SIMD8<Int32>>) -> UInt64 {
        @inline(__always) func group(_ index: Int) -> SIMD8<Int32> {
            SIMD8<Int32>.zero.replacing(
                with: SIMD8<Int32>(repeating: 1 << Int32(index)), where: part(index * 8))
        }
        let lanes =
            group(0) | group(1) | group(2) | group(3) | group(4) | group(5) | group(6) | group(7)
        let words = unsafeBitCast(lanes, to: SIMD4<UInt64>.self)
        let halves = words.lowHalf | words.highHalf
        guard halves[0] | halves[1] != 0 else { return 0 }
        // Each word holds the eight bits of an even lane, and 32 bits above those of an odd one.
        let even = words[0] | words[1] << 16
        let odd = words[2] | words[3] << 16
        let low = (even & 0xFF_00FF) | (even >> 24 & 0xFF00_FF00)
        let high = (odd & 0xFF_00FF) | (odd >> 24 & 0xFF00_FF00)
        return BitMatrix.transposed(low | high << 32)
    }
}
