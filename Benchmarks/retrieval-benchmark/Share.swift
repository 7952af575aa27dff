import Retrieval

/// Which share of the candidates is eligible for a need, each need with its own.
enum Share: String, CaseIterable {
    case all
    case half = "half eligible"
    case tenth = "one in ten"

    func eligibility(candidates: Int) -> (any Eligibility)? {
        switch self {
        case .all: nil
        case .half: RandomEligibility(probability: 0.5)
        case .tenth: RandomEligibility(probability: 0.1)
        }
    }
}

/// Pairs that are eligible by chance: words from a table of random ones.
struct RandomEligibility: Eligibility {
    private let table: [UInt64]

    init(probability: Double) {
        var random = SplitMix(state: 7)
        let limit = UInt64(probability * 0x1p32)
        table = (0..<8_192).map { _ in
            (0..<64).reduce(UInt64(0)) { word, _ in
                word << 1 | (random.next() >> 32 < limit ? 1 : 0)
            }
        }
    }

    func mark(_ tile: inout EligibilityTile) {
        let perNeed = tile.wordsPerNeed
        let first = tile.candidates.lowerBound / 64
        for (row, need) in tile.needs.enumerated() {
            for word in 0..<perNeed {
                tile.words[row * perNeed + word] =
                    table[(need &* 4_099 &+ (first + word) &* 131) & 8_191]
            }
        }
    }
}
