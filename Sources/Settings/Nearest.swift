/// The known name that was probably meant by an unknown one, or nil where none comes near.
///
/// Near is an edit distance of at most a third of the name's length (at least 1, at most 3),
/// letter case aside. A name that is right but stands in the wrong section is found by its last
/// part. Ties go to the name that is known first.
func nearest(to name: String, among known: [String]) -> String? {
    let wanted = name.lowercased()
    let reach = min(3, max(1, wanted.count / 3))
    var best: (name: String, distance: Int)?
    for candidate in known {
        let distance = editDistance(wanted, candidate.lowercased())
        if distance <= reach, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    if let best { return best.name }
    guard let last = wanted.split(separator: ".").last else { return nil }
    return known.first { $0.split(separator: ".").last.map { $0 == last } ?? false }
}

/// Fewest insertions, deletions, replacements and swaps of neighbours that turn one text into the
/// other (optimal string alignment; Damerau, 1964).
///
/// - Complexity: O(*n* × *m*) in the numbers of characters.
package func editDistance(_ one: String, _ other: String) -> Int {
    let a = Array(one.prefix(100))
    let b = Array(other.prefix(100))
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var before = [Int](repeating: 0, count: b.count + 1)
    var above = Array(0...b.count)
    for i in 1...a.count {
        var row = [Int](repeating: i, count: b.count + 1)
        for j in 1...b.count {
            let replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
            row[j] = min(above[j] + 1, row[j - 1] + 1, replaced)
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                row[j] = min(row[j], before[j - 2] + 1)
            }
        }
        before = above
        above = row
    }
    return above[b.count]
}
