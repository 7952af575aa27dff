public import Market
public import Wording

/// What every part of a message shares: who reads it, and the words of their language.
public struct DigestContext: Sendable {
    public let recipient: News.Recipient
    public let wording: Wording
    /// Labels of the skills that proposals name, by id.
    public let skills: [Skill.ID: Skill]
    let phrases: Phrases<DigestLabel>

    /// How many of a list are told with their reasons; the others are named.
    public static let mostListed = 5

    /// - Parameters:
    ///   - news: What the recipient is to hear.
    ///   - labels: Texts of the recipient's language, as `config/locales` has them.
    /// - Throws: ``DigestError/labels(missing:)``.
    public init(of news: News, labels: [String: String]) throws(DigestError) {
        recipient = news.recipient
        skills = news.skills
        phrases = try Self.phrases(labels, in: news.recipient.language)
        wording = phrases.wording
    }

    /// The texts of one part of the message, known to be complete.
    ///
    /// - Throws: ``DigestError/labels(missing:)``.
    public func phrases<Key: PhraseKey>(_ keys: Key.Type) throws(DigestError) -> Phrases<Key> {
        try Self.phrases(phrases.texts, in: wording.language)
    }

    private static func phrases<Key: PhraseKey>(
        _ labels: [String: String], in language: Language
    ) throws(DigestError) -> Phrases<Key> {
        do {
            return try Phrases(labels, in: language)
        } catch {
            throw .labels(missing: error.keys)
        }
    }

    /// The others of a list, by name; nil where there are none.
    public func more(_ names: [String]) -> String? {
        names.isEmpty ? nil : phrases.filled(.more, ["items": wording.list(names)])
    }
}
