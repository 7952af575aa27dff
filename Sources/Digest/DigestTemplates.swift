internal import Mustache
internal import Wording

/// The templates that messages are made with, as the text of their files.
public struct DigestTemplates: Sendable {
    let text: MustacheTemplate
    let html: MustacheTemplate
    /// Names that the templates ask for under `labels`.
    let labelNames: [String]

    /// Takes the text of `digest.txt.mustache` and of `digest.html.mustache`.
    ///
    /// The text part is not escaped, whatever its template says.
    ///
    /// - Throws: ``DigestError/template(part:line:column:reason:)`` where one is no Mustache.
    public init(text: String, html: String) throws(DigestError) {
        self.text = try DigestTemplates.parsed("{{% CONTENT_TYPE: TEXT}}\n" + text, part: "text")
        self.html = try DigestTemplates.parsed(html, part: "html")
        labelNames = Wording.labelNames(in: text + html)
    }

    private static func parsed(
        _ text: String, part: String
    ) throws(DigestError) -> MustacheTemplate {
        do {
            return try MustacheTemplate(string: text)
        } catch let error as MustacheTemplate.ParserError {
            throw .template(
                part: part, line: error.context.lineNumber - (part == "text" ? 1 : 0),
                column: error.context.columnNumber, reason: "\(error.error)")
        } catch {
            throw .template(part: part, line: 1, column: 1, reason: "\(error)")
        }
    }
}

/// Why a message cannot be made.
public enum DigestError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A template is no Mustache; which part's, and where its reading stopped, from 1.
    case template(part: String, line: Int, column: Int, reason: String)
    /// Texts that the locale file lacks.
    case labels(missing: [String])

    public var description: String {
        switch self {
        case .template(let part, let line, let column, let reason):
            "the digest's \(part) template is no Mustache, line \(line), column \(column): "
                + reason
        case .labels(let missing):
            "the digest's labels have no text for: " + missing.joined(separator: ", ")
        }
    }
}
