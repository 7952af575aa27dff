internal import Foundation

/// What a server of embeddings sent, and whether it is what was asked for.
struct EmbeddingAnswer {
    /// The address as errors name it.
    let url: String
    /// Texts that were asked for.
    let texts: Int

    private struct Body: Decodable {
        struct Row: Decodable {
            let index: Int?
            let embedding: [Double]
        }
        let data: [Row]
    }

    /// The vectors of an answer in the order of the texts, normalised.
    func vectors(from body: Data, dimension: Int?) throws(EncodingError) -> Vectors {
        let rows = try rows(in: body)
        guard rows.count == texts else {
            throw wrong(expected: "\(texts) vectors", found: "\(rows.count)")
        }
        let width = dimension ?? rows.first?.embedding.count ?? 0
        guard width > 0 else { throw wrong(expected: "vectors", found: "an empty one") }
        var values = [Float](repeating: 0, count: texts * width)
        var seen = Set<Int>()
        for (position, row) in rows.enumerated() {
            let index = row.index ?? position
            guard (0..<texts).contains(index), seen.insert(index).inserted else {
                throw wrong(
                    expected: "each index from 0 to \(texts - 1) once", found: "index \(index)")
            }
            guard row.embedding.count == width else {
                throw wrong(expected: "\(width) numbers a vector", found: "\(row.embedding.count)")
            }
            // It would be like no other text, and kept as if it were known.
            guard row.embedding.contains(where: { Float($0) != 0 }) else {
                throw wrong(expected: "vectors with a direction", found: "one of zeros alone")
            }
            for (column, value) in row.embedding.enumerated() {
                let single = Float(value)
                guard single.isFinite else {
                    throw wrong(expected: "finite numbers", found: "one that is not")
                }
                values[index * width + column] = single
            }
        }
        return try Vectors(normalising: values, count: texts, dimension: width)
    }

    private func rows(in body: Data) throws(EncodingError) -> [Body.Row] {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .throw
        do {
            return try decoder.decode(Body.self, from: body).data
        } catch DecodingError.dataCorrupted {
            // Python's json writes NaN and Infinity, which JSON does not have.
            let text = String(decoding: body.prefix(1 << 20), as: UTF8.self)
            let hasNonNumber = text.contains("NaN") || text.contains("Infinity")
            throw wrong(
                expected: hasNonNumber ? "finite numbers" : "JSON",
                found: hasNonNumber ? "NaN or Infinity" : "something else")
        } catch {
            throw wrong(
                expected: "data[].embedding as a list of numbers", found: "JSON without it")
        }
    }

    private func wrong(expected: String, found: String) -> EncodingError {
        .serverAnswer(url: url, expected: expected, found: found)
    }

    /// What a server says in a refusal, 200 characters at most; nothing where it repeats a text or
    /// the key.
    static func message(in body: Data, hiding secrets: [String]) -> String {
        struct Refusal: Decodable {
            struct Detail: Decodable { let message: String }
            let error: Detail
        }
        let said =
            (try? JSONDecoder().decode(Refusal.self, from: body))?.error.message
            ?? String(decoding: body.prefix(2_000), as: UTF8.self)
        guard !secrets.contains(where: { !$0.isEmpty && said.contains($0) }) else { return "" }
        let line = said.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let end = line.hasSuffix(".") ? line.dropLast() : Substring(line)
        return String(end.prefix(200))
    }
}
