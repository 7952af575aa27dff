public import Market
internal import Mustache

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
/// Texts of the platform are shown as plain text, escaped in the HTML part.
///
/// - Parameters:
///   - news: What the recipient has not been told of.
///   - sections: What each verb says of it, in the order of the message.
///   - contact: Address of the coordinators, whom the recipient may write to.
///   - templates: The templates of both parts.
///   - context: Who reads it, and the words of their language.
/// - Returns: The message, or nil where no section says anything.
/// - Throws: ``DigestError/labels(missing:)``.
public func message(
    for news: News, sections: [DigestSection], contact: String, templates: DigestTemplates,
    in context: DigestContext
) throws(DigestError) -> DigestMessage? {
    let sections = sections.filter { !$0.items.isEmpty }
    guard !sections.isEmpty else { return nil }
    let view = DigestView(of: news, sections: sections, contact: contact, in: context)
    let missing = templates.labelNames.filter { view.labels[$0] == nil }
    guard missing.isEmpty else { throw .labels(missing: missing) }
    return DigestMessage(
        subject: view.subject, text: templates.text.render(view),
        html: templates.html.render(view))
}
