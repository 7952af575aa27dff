internal import Encoding

/// An encoder whose vectors are made up: each word has a direction of its own, and a text adds those
/// of its words to one that all texts share, as encoders do.
struct SyntheticEncoder: Encoder {
    let model: EncoderModel

    init(dimension: Int) {
        model = EncoderModel(name: "synthetic \(dimension)", dimension: dimension)
    }

    func encode(_ texts: [String], progress: (Int) -> Void) throws -> Vectors {
        defer { progress(texts.count) }
        return try vectors(of: texts)
    }

    func vectors(of texts: [String]) throws -> Vectors {
        var values: [Float] = []
        values.reserveCapacity(texts.count * model.dimension)
        for text in texts { append(text, to: &values) }
        return try Vectors(normalising: values, count: texts.count, dimension: model.dimension)
    }

    private func append(_ text: String, to values: inout [Float]) {
        let start = values.count
        guard !text.isEmpty else {
            values.append(contentsOf: repeatElement(0, count: model.dimension))
            return
        }
        add("", 2, to: &values, from: start)
        for word in text.split(separator: " ") { add(word, 1, to: &values, from: start) }
        // What no word says: texts of the same words are seldom the same.
        add(text[...], 0.7, to: &values, from: start)
    }

    private func add(_ word: Substring, _ scale: Float, to values: inout [Float], from start: Int) {
        var state: UInt64 = 14_695_981_039_346_656_037
        for byte in word.utf8 { state = (state ^ UInt64(byte)) &* 1_099_511_628_211 }
        for index in 0..<model.dimension {
            // SplitMix64 (Steele, Lea & Flood, 2014).
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            let number = Float(Int32(truncatingIfNeeded: mixed >> 32)) * 0x1p-31 * scale
            if start + index < values.count {
                values[start + index] += number
            } else {
                values.append(number)
            }
        }
    }
}
