extension JudgedNeed {
    /// The need's lists as bytes, to be kept; its tally is not among them.
    ///
    /// Two cuts (IEEE 754 double precision; NaN where there is none), then three lists: by vectors,
    /// by words, besides. A list is its length, then for each candidate its number (32 bits), what
    /// it was found by and its score (both double precision). All of it little-endian.
    ///
    /// - Parameter number: What stands for the candidate of a place.
    public func encoded(number: (Int) -> Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(28 + 20 * (byVectors.count + byWords.count + besides.count))
        bytes.append((vectorsCut ?? .nan).bitPattern)
        bytes.append((wordsCut ?? .nan).bitPattern)
        for list in [byVectors, byWords, besides] {
            bytes.append(UInt32(list.count))
            for judged in list {
                bytes.append(UInt32(number(judged.candidate)))
                bytes.append(judged.rank.bitPattern)
                bytes.append(judged.score.bitPattern)
            }
        }
        return bytes
    }

    /// Reads what ``encoded(number:)`` wrote; nil where the bytes are not such.
    ///
    /// - Parameters:
    ///   - bytes: The bytes.
    ///   - need: Place of the need in the snapshot.
    ///   - place: Place of a candidate by its number; nil where it is no longer there.
    public init?(encoded bytes: [UInt8], need: Int, place: (Int) -> Int?) {
        var reader = ByteReader(bytes: bytes)
        guard let vectors = reader.next(UInt64.self), let words = reader.next(UInt64.self) else {
            return nil
        }
        func cut(_ bits: UInt64) -> Double? {
            let cut = Double(bitPattern: bits)
            return cut.isNaN ? nil : cut
        }
        var lists: [[JudgedCandidate]] = []
        for _ in 0..<3 {
            guard let count = reader.next(UInt32.self), Int(count) * 20 <= reader.left else {
                return nil
            }
            var list: [JudgedCandidate] = []
            list.reserveCapacity(Int(count))
            for _ in 0..<count {
                guard let number = reader.next(UInt32.self), let rank = reader.next(UInt64.self),
                    let score = reader.next(UInt64.self)
                else { return nil }
                guard let place = place(Int(number)) else { continue }
                list.append(
                    JudgedCandidate(
                        candidate: place, rank: Double(bitPattern: rank),
                        score: Double(bitPattern: score)))
            }
            lists.append(list)
        }
        guard reader.left == 0 else { return nil }
        self.init(
            need: need, byVectors: lists[0], byWords: lists[1], vectorsCut: cut(vectors),
            wordsCut: cut(words), besides: lists[2], considered: 0, excluded: [])
    }
}

/// Whole numbers, little-endian, one after another.
private struct ByteReader {
    let bytes: [UInt8]
    var position = 0

    var left: Int { bytes.count - position }

    mutating func next<Number: FixedWidthInteger>(_ type: Number.Type) -> Number? {
        let size = Number.bitWidth / 8
        guard left >= size else { return nil }
        defer { position += size }
        return bytes.withUnsafeBytes {
            Number(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: Number.self))
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append<Number: FixedWidthInteger>(_ number: Number) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
