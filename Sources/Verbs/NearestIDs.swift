internal import Foundation
internal import Market

/// The ids that an unknown one was probably meant for, three at most, the nearest first.
///
/// An id is near that differs by few letters (a third of them, two at least), or that holds what was
/// written, or whose name does; case and accents aside. Ties go to the lower id.
///
/// - Parameters:
///   - id: What was written.
///   - known: Ids with the names that people know them by.
/// - Complexity: O(*n* × *m*²) for *n* known ids of *m* letters.
package func nearestIDs(to id: String, among known: [(id: String, name: String)]) -> [String] {
    let wanted = folded(id)
    guard !wanted.isEmpty else { return [] }
    let reach = max(2, wanted.count / 3)
    var near: [(distance: Int, id: String)] = []
    for (id, name) in known {
        let other = folded(id)
        let distance =
            abs(other.count - wanted.count) <= reach
            ? editDistance(wanted, other) : Int.max
        if distance <= reach {
            near.append((distance, id))
        } else if other.contains(wanted) || folded(name).contains(wanted) {
            near.append((reach + 1, id))
        }
    }
    var seen: Set<String> = []
    return near.sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }.map(\.id)
        .filter { seen.insert($0).inserted }.prefix(3).map(\.self)
}

private func folded(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        .split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
}
