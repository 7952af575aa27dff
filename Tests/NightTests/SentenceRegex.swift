import Foundation

/// A regular expression that is searched for in thousands of sentences; Foundation's, which is faster at
/// this than Swift's.
struct SentenceRegex: Sendable {
    private let expression: Result<NSRegularExpression, any Error>

    init(_ pattern: String) {
        expression = Result { try NSRegularExpression(pattern: pattern) }
    }

    /// Where the pattern occurs first, with the whole of the match and its groups; nil where it does
    /// not occur.
    ///
    /// - Throws: Foundation's error where the pattern is no regular expression.
    func firstMatch(in text: String) throws -> (range: Range<String.Index>, parts: [String?])? {
        let all = NSRange(text.startIndex..., in: text)
        guard let match = try expression.get().firstMatch(in: text, range: all),
            let range = Range(match.range, in: text)
        else { return nil }
        let parts = (0..<match.numberOfRanges).map { group in
            Range(match.range(at: group), in: text).map { String(text[$0]) }
        }
        return (range, parts)
    }
}
