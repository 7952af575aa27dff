public import Market
internal import Mustache
internal import Wording

/// What a message says: its subject and both of its parts.
public struct DigestMessage: Sendable, Hashable {
    /// One line, of about 80 characters at most.
    public let subject: String
    /// The plain part; lines end with LF.
    public let text: String
    /// The same as an HTML page with its styles inline, as mail clients need them.
    public let html: String
}

/// The message that tells a member their news, in their language; nil where there is none.
///
/// Suggestions for the reader come first, then those for their own needs, then the bids they are
/// part of. Of each list the five best are told with why, the others by name: whatever is in `news`
/// is told. Texts of the platform are shown as plain text, escaped in the HTML part.
///
/// - Parameters:
///   - news: What the reader has not been told of.
///   - contact: Address of the coordinators, whom the reader may write to.
///   - templates: The templates of both parts.
///   - labels: Texts of the reader's language, as `config/locales` has them.
/// - Returns: The message, or nil where there is nothing to tell.
/// - Throws: ``DigestError/labels(missing:)``.
public func message(
    for news: News, contact: String, templates: DigestTemplates, labels: [String: String]
) throws(DigestError) -> DigestMessage? {
    guard !news.forYou.isEmpty || !news.forYourNeeds.isEmpty || !news.bids.isEmpty else {
        return nil
    }
    let missing = templates.labelNames.filter { labels[$0] == nil }
    guard missing.isEmpty else { throw .labels(missing: missing) }
    let phrases: Phrases<DigestLabel>
    do {
        phrases = try Phrases(labels, in: news.reader.language)
    } catch {
        throw .labels(missing: error.keys)
    }
    let view = DigestView(of: news, contact: contact, phrases: phrases)
    return DigestMessage(
        subject: view.subject, text: templates.text.render(view),
        html: templates.html.render(view))
}
