public import Wording

/// The subject of a message: the first section with a title, the others counted.
func subject(of sections: [DigestSection], in wording: Wording) -> String {
    let first = sections.prefix(1).map(\.subject.opening)
    let others = sections.dropFirst().map(\.subject.count)
    return (first + others).joined(separator: wording.semicolon)
}

extension Phrases {
    /// A count with one title: `2 missions pour vous, dont Refonte du site`.
    ///
    /// - Parameters:
    ///   - count: What is counted, with its noun.
    ///   - title: The first title; it is cut after a word, at 60 characters at most.
    ///   - number: How many titles there are.
    ///   - key: The text around the first title, with places for `count` and `title`.
    public func subject(_ count: String, title: String, of number: Int, _ key: Key) -> String {
        filled(
            key, for: number,
            ["count": count, "title": shortened(Wording.printed(title))])
    }
}

private func shortened(_ title: String) -> String {
    guard title.count > 60 else { return title }
    let start = title.prefix(59)
    let words = start.lastIndex(of: " ").map { start[..<$0] } ?? start
    let kept = words.count > 30 ? words : start
    return kept.trimmingSuffix { $0.isPunctuation || $0.isWhitespace } + "…"
}

extension Substring {
    fileprivate func trimmingSuffix(_ isTrimmed: (Character) -> Bool) -> Substring {
        var kept = self
        while let last = kept.last, isTrimmed(last) { kept.removeLast() }
        return kept
    }
}
