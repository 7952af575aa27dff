extension TileSearch {
    /// Bounds the scores of a tile by single precision.
    mutating func examineSinglePrecision(_ range: Range<Int>) {
        fillSinglePrecision(range)
        let bounds = index.tiles[range.lowerBound / CandidateIndex.tileWidth]
        let share = SinglePrecisionProduct.errorShare(block.dimension)
        let products = floats
        let words = tile.words
        let perNeed = tile.wordsPerNeed
        let outOfRange = bounds.outOfRangeBits
        var marked = [UInt64](repeating: 0, count: perNeed)
        var scanned = marked
        index.rows.lengths.withUnsafeBufferPointer { lengths in
            products.withUnsafeBufferPointer { products in
                guard let scores = products.baseAddress else { return }
                for (position, slot) in active.enumerated() {
                    let length = block.lengths[slot]
                    let widest = share * length * Double(bounds.length)
                    guard var shortlist = begin(slot, range) else { continue }
                    let threshold = TileSearch.below(shortlist.floor - widest)
                    let row = scores + position * CandidateIndex.tileWidth
                    for word in 0..<perNeed {
                        marked[word] = words[slot * perNeed + word] & ~outOfRange[word]
                    }
                    Kernels.best.scan(row, threshold, marked, into: &scanned)
                    for word in 0..<perNeed {
                        var reached = scanned[word]
                        while reached != 0 {
                            let offset = word * 64 + reached.trailingZeroBitCount
                            reached &= reached - 1
                            let candidate = range.lowerBound + offset
                            let error = share * length * Double(lengths[candidate])
                            offer(
                                candidate, around: Double(row[offset]), error, slot, &shortlist)
                        }
                    }
                    end(slot, range, outOfRange: bounds.outOfRange, shortlist)
                }
            }
        }
    }

    /// A float that is not above a number.
    static func below(_ number: Double) -> Float {
        number.isFinite ? Float(number).nextDown : Float(number)
    }

    /// Makes the products of a tile.
    ///
    /// - Parameter byBLAS: Whether the loaded BLAS is to make them, also where another is faster.
    mutating func fillSinglePrecision(_ range: Range<Int>, byBLAS: Bool = false) {
        let dimension = block.dimension
        let width = CandidateIndex.tileWidth
        if floats.isEmpty {
            floats = [Float](repeating: 0, count: block.range.count * width)
        }
        let isWhole = active.count == block.range.count
        if !isWhole {
            gatheredFloats.removeAll(keepingCapacity: true)
            for slot in active {
                let start = (block.range.lowerBound + slot) * dimension
                gatheredFloats.append(contentsOf: needs.values[start..<start + dimension])
            }
        }
        let left = isWhole ? needs.values : gatheredFloats
        let first = isWhole ? block.range.lowerBound * dimension : 0
        left.withUnsafeBufferPointer { left in
            index.rows.values.withUnsafeBufferPointer { right in
                floats.withUnsafeMutableBufferPointer { products in
                    guard let left = left.baseAddress, let right = right.baseAddress,
                        let products = products.baseAddress
                    else { return }
                    let fill =
                        byBLAS ? SinglePrecisionProduct.fill : SinglePrecisionProduct.fillFastest
                    ProductClock.measure {
                        fill(
                            products, width, left + first, active.count,
                            right + range.lowerBound * dimension, range.count, dimension)
                    }
                }
            }
        }
    }
}
