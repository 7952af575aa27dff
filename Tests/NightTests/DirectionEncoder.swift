import Encoding
import TestSupport

/// Points in a direction that the text alone decides; all its models have one name.
struct DirectionEncoder: Encoder {
    let model: EncoderModel

    init(dimension: Int) { model = EncoderModel(name: "directions", dimension: dimension) }

    func encode(_ texts: [String], progress: (Int) -> Void) async throws -> Vectors {
        try Vectors.gather(
            texts.map { text in
                var random = SeededGenerator(seed: text.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
                let row = (0..<model.dimension).map { _ in
                    Float.random(in: -1...1, using: &random)
                }
                let length = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
                return row.map { $0 / length }
            }, dimension: model.dimension)
    }
}
