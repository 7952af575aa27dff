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
