package import Market
package import Scoring

extension CandidateList {
    /// The need's lists as bytes, to be kept; its tally is not among them.
    ///
    /// Two cutoffs (IEEE 754 double precision; NaN where there is none), then three lists: by vectors,
    /// by words, unretrieved. A list is its length, then for each candidate its number (32 bits), what
    /// it was found by (double precision) and its fused score (32 bits, in units of 0.00001). Whose
    /// score is below the floor only takes a place in a list: the highest bit of the number says so,
    /// and the fused score is left out.
    /// All of it little-endian.
    ///
    /// - Parameters:
    ///   - floor: Lowest score of a match.
    ///   - number: What stands for the candidate of an index, below 2³¹.
    package func encoded(floor: Double, number: (Int) -> Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(28 + 16 * (byVectors.count + byWords.count + unretrieved.count))
        bytes.append((vectorsCutoff ?? .nan).bitPattern)
        bytes.append((wordsCutoff ?? .nan).bitPattern)
        for list in [byVectors, byWords, unretrieved] {
            bytes.append(UInt32(list.count))
            for scored in list {
                let isMatch = scored.score >= floor
                let own = UInt32(number(scored.candidate))
                bytes.append(isMatch ? own : own | ByteReader.scoreless)
                bytes.append(scored.rank.bitPattern)
                if isMatch { bytes.append(UInt32((scored.fused * 100_000).rounded())) }
            }
        }
        return bytes
    }

    /// Reads what ``encoded(floor:number:)`` wrote, a score that was left out as 0; nil where the
    /// bytes are not such.
    ///
    /// - Parameters:
    ///   - bytes: The bytes.
    ///   - added: What was added since, run after run, each written in the same way; its cutoffs
    ///     do not count.
    ///   - score: The score of the need that a fused score is calibrated to.
    ///   - need: Index of the need in the snapshot.
    ///   - ids: Ids of the snapshot's candidates by index.
    ///   - index: Index of a candidate by its number; nil where it is no longer there.
    package init?(
        encoded bytes: [UInt8], added: [UInt8] = [], score: (Double) -> Double, need: Int,
        ids: (Int) -> Candidate.ID,
        index: (Int) -> Int?
    ) {
        var reader = ByteReader(bytes)
        guard let base = CandidateList(&reader, score: score, need: need, index: index),
            reader.left == 0
        else {
            return nil
        }
        self = base
        var later = CandidateList(need: need, considered: 0, excluded: [])
        reader = ByteReader(added)
        while reader.left > 0 {
            guard let block = CandidateList(&reader, score: score, need: need, index: index)
            else { return nil }
            later.gather(block)
        }
        later.sort(ids: ids)
        add(later, ids: ids)
    }

    private init?(
        _ reader: inout ByteReader, score: (Double) -> Double, need: Int, index: (Int) -> Int?
    ) {
        guard let vectors = reader.next(UInt64.self), let words = reader.next(UInt64.self),
            let byVectors = reader.nextList(score, index),
            let byWords = reader.nextList(score, index),
            let unretrieved = reader.nextList(score, index)
        else { return nil }
        func cut(_ bits: UInt64) -> Double? {
            let cut = Double(bitPattern: bits)
            return cut.isNaN ? nil : cut
        }
        self.init(
            need: need, byVectors: byVectors, byWords: byWords, vectorsCutoff: cut(vectors),
            wordsCutoff: cut(words), unretrieved: unretrieved, considered: 0, excluded: [])
    }
}

extension ByteReader {
    /// A list of candidates, those left out who are no longer there.
    mutating func nextList(
        _ score: (Double) -> Double, _ index: (Int) -> Int?
    ) -> [ScoredCandidate]? {
        guard let count = next(UInt32.self).map(Int.init), count * 12 <= left else { return nil }
        var end = position
        let list = withBytes { bytes -> [ScoredCandidate]? in
            func number(at start: Int) -> Double {
                let bits = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
                return Double(bitPattern: UInt64(littleEndian: bits))
            }
            var list: [ScoredCandidate] = []
            list.reserveCapacity(count)
            for _ in 0..<count {
                guard end + 12 <= bytes.count else { return nil }
                let own = UInt32(
                    littleEndian: bytes.loadUnaligned(fromByteOffset: end, as: UInt32.self))
                let rank = number(at: end + 4)
                guard !rank.isNaN else { return nil }
                end += 12
                var fused = 0.0
                if own & ByteReader.scoreless == 0 {
                    guard end + 4 <= bytes.count else { return nil }
                    let bits = bytes.loadUnaligned(fromByteOffset: end, as: UInt32.self)
                    fused = Double(UInt32(littleEndian: bits)) / 100_000
                    guard fused <= 1 else { return nil }
                    end += 4
                }
                guard let index = index(Int(own & ~ByteReader.scoreless)) else { continue }
                list.append(
                    ScoredCandidate(
                        candidate: index, rank: rank, fused: fused,
                        score: fused > 0 ? score(fused) : 0))
            }
            return list
        }
        position = end
        return list
    }

    /// Marks the number of a candidate that comes without a score.
    static let scoreless: UInt32 = 1 << 31
}
