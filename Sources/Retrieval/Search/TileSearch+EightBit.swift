extension TileSearch {
    /// Bounds the scores of a tile by 8-bit products.
    ///
    /// - Returns: Whether it did; where not, another product must.
    mutating func examineEightBit(_ range: Range<Int>) -> Bool {
        guard let candidates = index.quantised, let own = eightBit, fillEightBit(range) else {
            return false
        }
        let bounds = index.tiles[range.lowerBound / CandidateIndex.tileWidth]
        let products = wholes
        let words = tile.words
        let perNeed = tile.wordsPerNeed
        let outOfRange = bounds.outOfRangeBits
        let start = range.lowerBound
        var marked = [UInt64](repeating: 0, count: perNeed)
        var scanned = marked
        candidates.withColumns { columns in
            products.withUnsafeBufferPointer { products in
                index.rows.lengths.withUnsafeBufferPointer { lengths in
                    guard let products = products.baseAddress else { return }
                    for (position, slot) in active.enumerated() {
                        guard var shortlist = begin(slot, range) else { continue }
                        let need = own.bounds[slot]
                        let coarse = need.coarse(floor: shortlist.floor, bounds)
                        let row = products + position * CandidateIndex.tileWidth
                        for word in 0..<perNeed {
                            marked[word] = words[slot * perNeed + word] & ~outOfRange[word]
                        }
                        Kernels.best.scan(
                            row, scales: columns.scales + start,
                            residuals: columns.residuals + start,
                            alongCentre: columns.alongCentre + start, coarse, marked,
                            into: &scanned)
                        for word in 0..<perNeed {
                            var reached = scanned[word]
                            while reached != 0 {
                                let offset = word * 64 + reached.trailingZeroBitCount
                                reached &= reached - 1
                                let candidate = start + offset
                                let score = need.score(
                                    row[offset], scale: columns.scales[candidate],
                                    alongCentre: columns.alongCentre[candidate])
                                let error = need.error(
                                    residual: columns.residuals[candidate],
                                    quantisedLength: columns.lengths[candidate],
                                    length: lengths[candidate])
                                offer(candidate, around: score, error, slot, &shortlist)
                            }
                        }
                        end(slot, range, outOfRange: bounds.outOfRange, shortlist)
                    }
                }
            }
        }
        return true
    }

    mutating func fillEightBit(_ range: Range<Int>) -> Bool {
        guard let product = index.product, let candidates = index.quantised, let own = eightBit
        else { return false }
        let dimension = block.dimension
        let width = CandidateIndex.tileWidth
        if wholes.isEmpty {
            wholes = [Int32](repeating: 0, count: block.range.count * width)
        }
        let isWhole = active.count == block.range.count
        if !isWhole {
            gatheredBytes.removeAll(keepingCapacity: true)
            for slot in active {
                gatheredBytes.append(
                    contentsOf: own.values[slot * dimension..<(slot + 1) * dimension])
            }
        }
        let left = isWhole ? own.values : gatheredBytes
        return left.withUnsafeBufferPointer { left in
            candidates.values.withUnsafeBufferPointer { right in
                candidates.offsets.withUnsafeBufferPointer { offsets in
                    wholes.withUnsafeMutableBufferPointer { products in
                        guard let left = left.baseAddress, let right = right.baseAddress,
                            let offsets = offsets.baseAddress, let products = products.baseAddress
                        else { return false }
                        return ProductClock.measure {
                            product.fill(
                                products, stride: width, left: left, rows: active.count,
                                right: right + range.lowerBound * dimension, columns: range.count,
                                offsets: offsets + range.lowerBound, dimension: dimension)
                        }
                    }
                }
            }
        }
    }
}
