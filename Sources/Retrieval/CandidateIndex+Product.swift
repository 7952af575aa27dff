internal import Parallel

extension CandidateIndex {
    /// Makes the products of the first pass for all tiles and throws them away, those in single
    /// precision by the loaded BLAS: what a search is measured against.
    ///
    /// - Returns: Number of products made.
    public func productsAlone(for needs: Rows, threads: Int? = nil) -> Int {
        guard needs.dimension == rows.dimension, needs.count > 0, rows.count > 0 else { return 0 }
        let workers = max(1, threads ?? Threads.count)
        let slices = Slice.all(
            needs: 0..<needs.count, candidates: rows.count, workers: workers)
        _ = Threads.map(
            slices.count, threads: workers, scratch: { EightBitProduct.useCallingThreadOnly() }
        ) { _, index in
            var search = TileSearch(self, needs, slices[index].needs, wanted: 1)
            search.multiply(slices[index].candidates)
        }
        return needs.count * rows.count
    }
}

extension TileSearch {
    fileprivate mutating func multiply(_ candidates: Range<Int>) {
        active = Array(0..<block.range.count)
        let width = CandidateIndex.tileWidth
        for start in stride(from: candidates.lowerBound, to: candidates.upperBound, by: width) {
            let range = start..<min(start + width, candidates.upperBound)
            if eightBit == nil || !fillEightBit(range) {
                fillSinglePrecision(range, byBLAS: true)
            }
        }
    }
}
