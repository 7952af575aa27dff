import Foundation

/// How the rows of a benchmark are spread.
enum VectorKind: String, CaseIterable {
    /// Every direction alike.
    case isotropic
    /// In a narrow cone, around topics, with some dimensions that vary much more than others: as
    /// an encoder's rows before any mean is taken away.
    case encoded
}

/// A source of rows of length 1.
struct Vectors {
    private let dimension: Int
    private let spread: [Float]
    private let common: [Float]
    private let topics: [[Float]]

    init(_ kind: VectorKind, dimension: Int, using random: inout SplitMix) {
        self.dimension = dimension
        switch kind {
        case .isotropic:
            spread = [Float](repeating: 1, count: dimension)
            common = [Float](repeating: 0, count: dimension)
            topics = [common]
        case .encoded:
            let spread = (0..<dimension).map { (index: Int) -> Float in
                let peak: Float = index % 97 == 0 ? 4 : 1
                return peak / (1 + Float(index) / 64).squareRoot()
            }
            self.spread = spread
            common = (0..<dimension).map { _ in 2 * random.gaussian() }
            topics = (0..<1_000).map { _ in spread.map { 0.8 * $0 * random.gaussian() } }
        }
    }

    /// Rows one after another.
    func rows(_ count: Int, using random: inout SplitMix) -> [Float] {
        var values: [Float] = []
        values.reserveCapacity(count * dimension)
        for _ in 0..<count {
            let topic = topics[Int(random.next() % UInt64(topics.count))]
            var square: Float = 0
            for index in 0..<dimension {
                let value = common[index] + topic[index] + spread[index] * random.gaussian()
                values.append(value)
                square += value * value
            }
            let scale = 1 / square.squareRoot()
            for index in values.count - dimension..<values.count { values[index] *= scale }
        }
        return values
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Nearly normal: the sum of the 16-bit quarters of four draws, of mean 0 and deviation 1.
    mutating func gaussian() -> Float {
        let one = next()
        let two = next()
        var sum: UInt64 = 0
        for shift in [UInt64(0), 16, 32, 48] {
            sum += (one >> shift) & 0xFFFF + (two >> shift) & 0xFFFF
        }
        return (Float(sum) / 65_535 - 4) * 1.2247449
    }
}
