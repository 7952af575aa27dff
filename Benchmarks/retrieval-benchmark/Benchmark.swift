import Retrieval

/// Measures exact retrieval against the bare matrix product of the same tiles.
@main
struct Benchmark {
    let options: Options

    static func main() throws {
        guard let options = Options(CommandLine.arguments.dropFirst()) else {
            print(Options.usage)
            return
        }
        try Benchmark(options: options).run()
    }

    func run() throws {
        print(
            """
            \(options.needs) needs × \(options.candidates) candidates × \(options.dimension) \
            dimensions, K = \(options.count), \(options.threads) threads, best of \
            \(options.rounds) rounds
            bare cblas_sgemm: \(SinglePrecisionProduct.library)
            single precision: \(FirstPass.singlePrecision.library)
            8 bits: \(FirstPass.eightBit.library)

            """)
        print(Row.heading)
        for kind in VectorKind.allCases {
            var random = SplitMix(state: 1)
            let vectors = Vectors(kind, dimension: options.dimension, using: &random)
            let candidates = try Rows(
                vectors.rows(options.candidates, using: &random), dimension: options.dimension)
            let needs = try Rows(
                vectors.rows(options.needs, using: &random), dimension: options.dimension)
            try measure(kind, candidates: candidates, needs: needs)
        }
    }

    /// All cases on one set of vectors, each round one after the other, so that what else the
    /// machine does weighs on all of them.
    private func measure(_ kind: VectorKind, candidates: Rows, needs: Rows) throws {
        var cases: [(share: Share, index: CandidateIndex)] = []
        var eightBitAlone: (index: CandidateIndex, time: Time)?
        let single = try CandidateIndex(candidates, firstPass: .singlePrecision)
        for share in Share.allCases { cases.append((share, single)) }
        if FirstPass.unavailable == nil {
            let eightBit = try CandidateIndex(candidates, firstPass: .eightBit)
            for share in Share.allCases { cases.append((share, eightBit)) }
            eightBitAlone = (eightBit, .never)
        }
        var bare = Time.never
        var best = cases.map { _ in Time.never }
        var found: [Retrieved?] = cases.map { _ in nil }
        for _ in 0..<options.rounds {
            bare.keepBest(
                of: Time { _ = single.productsAlone(for: needs, threads: options.threads) })
            if let index = eightBitAlone?.index {
                eightBitAlone?.time.keepBest(
                    of: Time { _ = index.productsAlone(for: needs, threads: options.threads) })
            }
            for (position, entry) in cases.enumerated() {
                let eligibility = entry.share.eligibility(candidates: options.candidates)
                let time = try Time {
                    found[position] = try entry.index.best(
                        options.count, for: needs, eligibility: eligibility,
                        threads: options.threads)
                }
                best[position].keepBest(of: time)
            }
        }
        let pairs = Double(options.needs) * Double(options.candidates)
        let work = 2 * pairs * Double(options.dimension)
        print(Row(kind, "bare cblas_sgemm", "", bare, work: work, against: bare, nil))
        if let eightBitAlone {
            print(
                Row(
                    kind, "bare u8s8s32", "", eightBitAlone.time, work: work, against: bare, nil))
        }
        for (position, entry) in cases.enumerated() {
            guard let result = found[position] else { continue }
            print(
                Row(
                    kind, entry.index.firstPass.rawValue, entry.share.rawValue, best[position],
                    work: work, against: bare, result))
        }
        let agree = Share.allCases.indices.allSatisfy { position in
            let other = position + Share.allCases.count
            guard other < cases.count, let one = found[position], let two = found[other] else {
                return true
            }
            return one.perNeed == two.perNeed
        }
        guard eightBitAlone != nil else { return print("no 8 bits to compare with\n") }
        print(agree ? "both precisions found the same, to the last bit\n" : "THEY DIFFER\n")
    }
}
