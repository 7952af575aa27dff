/// Candidates that are near to everything.
///
/// In many dimensions a few points are among the nearest of very many others (Radovanović,
/// Nanopoulos & Ivanović, 2010), whatever is asked. Half of a candidate's mean cosine with the ten
/// needs nearest to it is therefore taken from its cosines, less the mean of that over all
/// candidates (cross-domain similarity local scaling, Conneau et al., 2018).
enum Hubness {
    /// Needs looked at, at most.
    private static let sample = 2_048
    private static let neighbours = 10

    /// What to take from the cosine of each candidate; 0 on the mean of all.
    ///
    /// With *n* needs it counts *n* / (*n* + 10): of one need alone nothing can be told.
    ///
    /// - Complexity: O(min(*needs*, 2,048) × *candidates* × dimension).
    static func corrections(of candidates: CentredRows, among needs: CentredRows) -> [Float] {
        let width = candidates.count
        let known = (0..<needs.count).filter { needs.isKnown($0) }
        guard width > 0, !known.isEmpty else { return [Float](repeating: 0, count: width) }
        let count = min(sample, known.count)
        let chosen = (0..<count).map { known[$0 * known.count / count] }
        let room = min(neighbours, count)
        // The nearest needs of each candidate, nearest first.
        var nearest = [Float](repeating: -.infinity, count: width * room)
        var products: [Float] = []
        for start in stride(from: 0, to: count, by: 32) {
            let block = chosen[start..<min(start + 32, count)]
            products = [Float](repeating: 0, count: block.count * width)
            let left = block.flatMap { needs[$0..<$0 + 1] }
            DotProducts.fill(
                &products, left: left[...], right: candidates.values[...],
                dimension: candidates.dimension)
            for row in 0..<block.count {
                for candidate in 0..<width {
                    insert(
                        products[row * width + candidate], into: &nearest,
                        from: candidate * room, count: room)
                }
            }
        }
        let share = Float(count) / Float(count + 10) / 2
        let means = (0..<width).map { candidate in
            nearest[candidate * room..<(candidate + 1) * room].reduce(0, +) / Float(room)
        }
        let mean = Float(means.reduce(0.0) { $0 + Double($1) } / Double(width))
        return means.map { share * ($0 - mean) }
    }

    private static func insert(
        _ value: Float, into nearest: inout [Float], from start: Int, count: Int
    ) {
        var place = start + count - 1
        guard value > nearest[place] else { return }
        while place > start, nearest[place - 1] < value {
            nearest[place] = nearest[place - 1]
            place -= 1
        }
        nearest[place] = value
    }
}
