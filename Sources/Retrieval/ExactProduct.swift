/// The score of a pair: the dot product of two single-precision rows, the same to the last bit
/// wherever and however it is reckoned.
///
/// Each product of two floats is exact in a double (24 + 24 bits of 53). Products are added in
/// eight lanes, element *i* in lane *i* mod 8, and the lanes in pairs, so that the order of addition
/// depends on the dimension alone: not on the processor, on where the rows lie, on the tile or on
/// the thread. The result is within *d* · 2⁻⁵³ · ‖need‖ ‖candidate‖ of the true product.
enum ExactProduct {
    /// Numbers of candidates whose scores are reckoned side by side, so that while the memory brings
    /// one row the others' can be on their way.
    static let width = 4

    /// The scores of four candidates.
    ///
    /// - Parameters:
    ///   - need: `dimension` numbers, made double before.
    ///   - candidates: Rows of `dimension` numbers each.
    ///   - places: Four rows.
    ///   - stride: Numbers from row to row; `dimension` where nil.
    static func scores(
        _ need: UnsafePointer<Double>, _ candidates: UnsafePointer<Float>, at places: SIMD4<Int>,
        _ dimension: Int, stride: Int? = nil
    ) -> SIMD4<Double> {
        let stride = stride ?? dimension
        let one = candidates + places[0] * stride
        let two = candidates + places[1] * stride
        let three = candidates + places[2] * stride
        let four = candidates + places[3] * stride
        var first = SIMD8<Double>()
        var second = first
        var third = first
        var fourth = first
        var index = 0
        while index &+ 8 <= dimension {
            let left = UnsafeRawPointer(need + index).loadUnaligned(as: SIMD8<Double>.self)
            first += left * eight(one + index)
            second += left * eight(two + index)
            third += left * eight(three + index)
            fourth += left * eight(four + index)
            index &+= 8
        }
        var lane = 0
        while index < dimension {
            first[lane] += need[index] * Double(one[index])
            second[lane] += need[index] * Double(two[index])
            third[lane] += need[index] * Double(three[index])
            fourth[lane] += need[index] * Double(four[index])
            index += 1
            lane += 1
        }
        return SIMD4(sum(first), sum(second), sum(third), sum(fourth))
    }

    @inline(__always)
    private static func eight(_ numbers: UnsafePointer<Float>) -> SIMD8<Double> {
        SIMD8<Double>(UnsafeRawPointer(numbers).loadUnaligned(as: SIMD8<Float>.self))
    }

    private static func sum(_ lanes: SIMD8<Double>) -> Double {
        let four = lanes.lowHalf + lanes.highHalf
        let two = four.lowHalf + four.highHalf
        return two[0] + two[1]
    }
}
