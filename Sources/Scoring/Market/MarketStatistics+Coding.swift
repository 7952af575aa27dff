public import Foundation
internal import Market
internal import Text

extension MarketStatistics {
    /// The statistics as JSON, to be kept; the same statistics give the same bytes.
    ///
    /// Numbers of vectors are written as IEEE 754 single precision, little-endian, in base 64.
    public func encoded() throws -> Data {
        try JSONEncoder.sorted().encode(Stored(self))
    }

    /// Reads statistics that ``encoded()`` wrote.
    ///
    /// - Throws: `DecodingError` where they are not such.
    public init(encoded data: Data) throws {
        self = try JSONDecoder().decode(Stored.self, from: data).statistics
    }
}

/// Statistics in the form in which they are kept.
private struct Stored: Codable {
    let candidates: Int
    let skills: [Skill.ID]
    let holders: [Int]
    let mentioned: [Skill.ID]
    let knowers: [Int]
    let words: WordStatistics
    let meaning: Meaning?

    struct Meaning: Codable {
        let dimension: Int
        /// The nine centres one after another, in the order of their declaration.
        let centres: Data
        let taught: [Skill.ID]
        let taughtRows: Data
        let mean: Double
        let deviation: Double
        let hubNeeds: Data
        let hubMean: Double
        let prominentNeeds: Data
        let prominentCandidates: Data
    }

    init(_ statistics: MarketStatistics) {
        candidates = statistics.skills.candidates
        let counts = statistics.skills.holders.sorted { $0.key < $1.key }
        skills = counts.map(\.key)
        holders = counts.map(\.value)
        let known = statistics.skills.knowers.sorted { $0.key < $1.key }
        mentioned = known.map(\.key)
        knowers = known.map(\.value)
        words = statistics.words
        meaning = statistics.meaning.map { meaning in
            let centres = meaning.centres
            return Meaning(
                dimension: centres.dimension,
                centres: Data(
                    littleEndian: centres.needTitles + centres.needTexts + centres.candidateTitles
                        + centres.candidateTexts + centres.labels + centres.conceptNames
                        + centres.conceptDescriptions + centres.neededSkills + centres.heldSkills),
                taught: centres.smoothed, taughtRows: Data(littleEndian: centres.smoothedRows),
                mean: meaning.standardisation.mean, deviation: meaning.standardisation.deviation,
                hubNeeds: Data(littleEndian: meaning.hubs.needs), hubMean: meaning.hubs.mean,
                prominentNeeds: Data(littleEndian: meaning.prominence.needs),
                prominentCandidates: Data(littleEndian: meaning.prominence.candidates))
        }
    }

    var statistics: MarketStatistics {
        get throws {
            MarketStatistics(
                skills: SkillStatistics(
                    candidates: candidates,
                    holders: Dictionary(
                        zip(skills, holders), uniquingKeysWith: { first, _ in first }),
                    knowers: Dictionary(
                        zip(mentioned, knowers), uniquingKeysWith: { first, _ in first })),
                words: words, meaning: try meaning?.statistics)
        }
    }
}

extension Stored.Meaning {
    var statistics: SemanticStatistics {
        get throws {
            let numbers = centres.floats
            let rows = taughtRows.floats
            let needs = hubNeeds.floats
            let prominent = (needs: prominentNeeds.floats, candidates: prominentCandidates.floats)
            guard dimension > 0, numbers.count == 9 * dimension,
                rows.count == taught.count * dimension, needs.count.isMultiple(of: dimension),
                prominent.needs.count.isMultiple(of: dimension),
                prominent.candidates.count.isMultiple(of: dimension)
            else {
                throw DecodingError.dataCorrupted(
                    DecodingError.Context(
                        codingPath: [],
                        debugDescription: "Expected rows of \(dimension) numbers, found others"))
            }
            func centre(_ index: Int) -> [Float] {
                Array(numbers[index * dimension..<(index + 1) * dimension])
            }
            let standardisation = CosineStandardisation(mean: mean, deviation: deviation)
            return SemanticStatistics(
                centres: SemanticStatistics.Centres(
                    dimension: dimension, needTitles: centre(0), needTexts: centre(1),
                    candidateTitles: centre(2), candidateTexts: centre(3), labels: centre(4),
                    conceptNames: centre(5), conceptDescriptions: centre(6),
                    neededSkills: centre(7),
                    heldSkills: centre(8), smoothed: taught, smoothedRows: rows),
                standardisation: standardisation,
                hubs: Hubness(dimension: dimension, needs: needs, mean: hubMean),
                prominence: Prominence(
                    dimension: dimension, needs: prominent.needs,
                    candidates: prominent.candidates, standardisation: standardisation))
        }
    }
}

extension Data {
    fileprivate init(littleEndian numbers: [Float]) {
        self = numbers.map(\.bitPattern.littleEndian).withUnsafeBytes { Data($0) }
    }

    fileprivate var floats: [Float] {
        withUnsafeBytes { bytes in
            (0..<bytes.count / 4).map { index in
                Float(
                    bitPattern: UInt32(
                        littleEndian: bytes.loadUnaligned(
                            fromByteOffset: 4 * index, as: UInt32.self)))
            }
        }
    }
}
