internal import Market

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
