internal import Dispatch
internal import Synchronization

extension CandidateIndex {
    /// Makes the products of the first pass for all tiles and throws them away, those in single
    /// precision by the loaded BLAS: what a search is measured against.
    ///
    /// - Returns: Number of products made.
    public func productsAlone(for needs: Rows, threads: Int? = nil) -> Int {
        guard needs.dimension == rows.dimension, needs.count > 0, rows.count > 0 else { return 0 }
        let workers = max(1, threads ?? Processor.activeCount)
        let slices = Slice.all(
            needs: 0..<needs.count, candidates: rows.count, workers: workers)
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: min(workers, slices.count)) { _ in
            EightBitProduct.useCallingThreadOnly()
            while true {
                let place = next.add(1, ordering: .relaxed).oldValue
                guard place < slices.count else { return }
                var search = TileSearch(self, needs, slices[place].needs, wanted: 1)
                search.multiply(slices[place].candidates)
            }
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
