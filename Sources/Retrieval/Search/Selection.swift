/// Order statistics.
enum Selection {
    /// A number that at least `rank` of some numbers reach, near to the `rank`-th largest: one of
    /// them.
    ///
    /// They are sorted into bins by size, in one pass with no branch to guess; where too many share
    /// the bin that decides, one of them is found exactly.
    ///
    /// - Parameters:
    ///   - rank: 1 … the number of values.
    ///   - values: Moved about where one is found exactly.
    /// - Complexity: O(*n*).
    static func reached(by rank: Int, of values: inout [Double]) -> Double {
        var low = Double.infinity
        var high = -Double.infinity
        for value in values {
            low = min(low, value)
            high = max(high, value)
        }
        let scale = Double(binCount - 1) / (high - low)
        guard scale.isFinite, scale > 0 else { return largest(rank, of: &values) }
        let found: Double? = withUnsafeTemporaryAllocation(of: Bin.self, capacity: binCount) {
            bins in
            bins.initialize(repeating: Bin())
            for value in values {
                let bin = Int((value - low) * scale)
                bins[bin].count += 1
                bins[bin].smallest = min(bins[bin].smallest, value)
            }
            var count = 0
            for bin in bins.reversed() {
                count += bin.count
                guard count >= rank else { continue }
                return count <= rank + rank / 4 + 4 ? bin.smallest : nil
            }
            return nil
        }
        return found ?? largest(rank, of: &values)
    }

    private static let binCount = 512

    private struct Bin {
        var count = 0
        var smallest = Double.infinity
    }

    /// The `rank`-th largest of some numbers, which it moves about.
    ///
    /// - Parameter rank: 1 … the number of values.
    /// - Complexity: O(*n*) on average (Hoare, “Algorithm 65: Find”, 1961).
    static func largest(_ rank: Int, of values: inout [Double]) -> Double {
        values.withUnsafeMutableBufferPointer { values in
            var low = 0
            var high = values.count - 1
            let wanted = rank - 1
            while low < high {
                let pivot = median(values[low], values[low + (high - low) / 2], values[high])
                var left = low
                var right = high
                while left <= right {
                    while values[left] > pivot { left += 1 }
                    while values[right] < pivot { right -= 1 }
                    if left <= right {
                        values.swapAt(left, right)
                        left += 1
                        right -= 1
                    }
                }
                if wanted <= right {
                    high = right
                } else if wanted >= left {
                    low = left
                } else {
                    break
                }
            }
            return values[wanted]
        }
    }

    private static func median(_ one: Double, _ two: Double, _ three: Double) -> Double {
        max(min(one, two), min(max(one, two), three))
    }
}
