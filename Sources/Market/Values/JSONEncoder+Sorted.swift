package import Foundation

extension JSONEncoder {
    /// Writes keys in order and slashes as they are: equal values give equal bytes.
    ///
    /// - Parameter isIndented: Whether people read it: a line a value.
    package static func sorted(isIndented: Bool = false) -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if isIndented { encoder.outputFormatting.insert(.prettyPrinted) }
        return encoder
    }

    /// The JSON of a value as text.
    ///
    /// - Throws: `EncodingError` for a number that is not finite.
    package func text(of value: some Encodable) throws -> String {
        String(decoding: try encode(value), as: UTF8.self)
    }
}
