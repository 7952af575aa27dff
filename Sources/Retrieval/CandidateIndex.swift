internal import Parallel

/// Candidates made ready to be retrieved, exactly, by the dot product of their rows with a need's.
///
/// A first pass bounds every score of a tile of needs × candidates by a fast matrix product, whose
/// rounding is bounded by a proof; who cannot be excluded by the bound is scored exactly. Which
/// product it is changes nothing of what is found. The module's article *Exact retrieval* holds the
/// proof.
public struct CandidateIndex: Sendable {
    /// The candidates' rows.
    public let rows: Rows
    /// The product that bounds scores.
    public let firstPass: FirstPass
    let quantised: QuantisedRows?
    let tiles: [TileBounds]
    let product: EightBitProduct?

    /// Candidates of one tile, a multiple of 64.
    static let tileWidth = 1_024
    /// Needs of one block.
    static let blockHeight = 256

    /// Prepares candidates for a first pass.
    ///
    /// - Parameters:
    ///   - rows: One row a candidate.
    ///   - firstPass: Which product to bound scores with; nil for the fastest that the machine has.
    /// - Throws: ``RetrievalError/noEightBitProduct(reason:)`` where 8 bits were asked for and the
    ///   machine cannot.
    /// - Complexity: O(rows × dimension), and one byte a number beside the four of the rows where
    ///   the first pass is in 8 bits.
    public init(_ rows: Rows, firstPass: FirstPass? = nil) throws(RetrievalError) {
        let wanted = firstPass ?? FirstPass.fastest
        self.rows = rows
        self.firstPass = wanted
        product =
            switch wanted {
            case .singlePrecision: nil
            case .eightBit: try EightBitProduct.found.get()
            case .plainEightBit: .plain
            }
        quantised = product.map { _ in
            QuantisedRows(rows, centre: QuantisedRows.centre(of: rows))
        }
        tiles = TileBounds.of(rows, quantised)
    }

    /// Prepares candidates for the first pass that is the fastest for some number of needs.
    ///
    /// To bring a candidate's row into 8 bits takes as long as several hundred products of it in
    /// single precision.
    ///
    /// - Complexity: as for ``init(_:firstPass:)``.
    public init(fastest rows: Rows, needs: Int) {
        do {
            try self.init(
                rows, firstPass: needs < 2 * CandidateIndex.blockHeight ? .singlePrecision : nil)
        } catch {
            preconditionFailure("the fastest pass is one that there is: \(error)")
        }
    }

    /// For each need the best candidates among those eligible for it.
    ///
    /// Equal scores ascend by the candidate's index. The result depends on the rows and the
    /// eligibility alone, to the last bit: not on the first pass, the number of threads, the
    /// machine or its load. A need has fewer than `count` candidates where fewer are eligible, none
    /// where none is. A zero row scores 0 with everyone. `count` 0 finds nothing.
    ///
    /// Beside the rows and the result, each thread holds at most
    ///
    ///     256 × 1,024 × 4           one tile of products
    ///   + 256 × (1,024 ÷ 8)         its eligible pairs
    ///   + 256 × (4 × count + 1,024) × 24    candidates that may be among the best
    ///   + 256 × dimension × 17      needs of the block, and those active in a tile
    ///
    /// bytes, rounded up by how arrays grow (to twice): 17 MiB with 384 dimensions and 100 wanted.
    ///
    /// - Parameters:
    ///   - count: Candidates wanted for each need, 0 or more.
    ///   - needs: One row a need, of the candidates' dimension.
    ///   - range: Which of them to look at; nil for all.
    ///   - eligibility: Which pairs count; nil for all.
    ///   - threads: How many threads to use; nil for one a core.
    /// - Throws: ``RetrievalError/shape(expected:found:)`` where the dimensions differ.
    /// - Complexity: O(needs × candidates × dimension). Tiles with no eligible pair are skipped,
    ///   and needs with none in a tile take no part in its product.
    public func best(
        _ count: Int, for needs: Rows, _ range: Range<Int>? = nil,
        eligibility: (any Eligibility)? = nil, threads: Int? = nil
    ) throws(RetrievalError) -> Retrieved {
        guard needs.dimension == rows.dimension else {
            throw .shape(
                expected: "needs of \(rows.dimension) dimensions, as the candidates",
                found: "\(needs.dimension)")
        }
        let range = range ?? 0..<needs.count
        guard count > 0, !range.isEmpty, rows.count > 0 else {
            return Retrieved(perNeed: [[Hit]](repeating: [], count: range.count))
        }
        let wanted = min(count, rows.count)
        let workers = max(1, threads ?? Threads.count)
        let slices = Slice.all(needs: range, candidates: rows.count, workers: workers)
        let results = Threads.map(
            slices.count, threads: workers, scratch: { EightBitProduct.useCallingThreadOnly() }
        ) { _, index in
            var search = TileSearch(self, needs, slices[index].needs, wanted: wanted)
            return search.run(over: slices[index].candidates, eligibility)
        }
        return Retrieved(
            merging: zip(slices, results), needs: range, wanted: wanted)
    }
}

/// A chunk of work for one thread: a range of needs with a range of candidates.
struct Slice: Sendable {
    let needs: Range<Int>
    let candidates: Range<Int>

    /// Slices that cover all pairs once: a block of needs with all candidates, or with a part of
    /// them where there are too few blocks for the threads.
    static func all(needs: Range<Int>, candidates: Int, workers: Int) -> [Slice] {
        let blocks = (needs.count + CandidateIndex.blockHeight - 1) / CandidateIndex.blockHeight
        let tiles = (candidates + CandidateIndex.tileWidth - 1) / CandidateIndex.tileWidth
        let parts = min(max(1, tiles / 8), (2 * workers + blocks - 1) / blocks)
        let height = (needs.count + blocks - 1) / blocks
        let tilesPerPart = (tiles + parts - 1) / parts
        let width = tilesPerPart * CandidateIndex.tileWidth
        return stride(from: needs.lowerBound, to: needs.upperBound, by: height).flatMap { need in
            stride(from: 0, to: candidates, by: width).map { candidate in
                Slice(
                    needs: need..<min(need + height, needs.upperBound),
                    candidates: candidate..<min(candidate + width, candidates))
            }
        }
    }
}
