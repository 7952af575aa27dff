internal import Mustache
internal import Wording

/// The templates that a report is made with, by the name of their file.
public struct ReportTemplates: Sendable {
    /// The file of the page's frame; each verb has files of its own beside it.
    public static let page = "report.mustache"

    private let templates: [String: Template]

    private struct Template: Sendable {
        let template: MustacheTemplate
        /// Names that it asks for under `labels`.
        let labelNames: [String]
    }

    /// Takes the text of each file.
    ///
    /// - Throws: ``ReportError/template(file:line:column:reason:)`` where one is no Mustache.
    public init(_ texts: [String: String]) throws(ReportError) {
        var templates: [String: Template] = [:]
        for (file, text) in texts.sorted(by: { $0.key < $1.key }) {
            templates[file] = Template(
                template: try Self.parsed(text, file: file),
                labelNames: Wording.labelNames(in: text))
        }
        self.templates = templates
    }

    /// Fills a template.
    ///
    /// - Parameters:
    ///   - file: Name of the template's file.
    ///   - view: What the template names; every text of it is escaped.
    ///   - labels: Texts that the template asks for under `labels`; the view must hold them, too.
    /// - Throws: ``ReportError/labels(missing:)``, ``ReportError/noTemplate(file:)``.
    func render(
        _ file: String, _ view: some Sendable, labels: [String: String]
    ) throws(ReportError) -> String {
        guard let template = templates[file] else { throw .noTemplate(file: file) }
        let missing = template.labelNames.filter { labels[$0] == nil }
        guard missing.isEmpty else { throw .labels(missing: missing) }
        return template.template.render(view)
    }

    private static func parsed(
        _ text: String, file: String
    ) throws(ReportError) -> MustacheTemplate {
        do {
            return try MustacheTemplate(string: text)
        } catch let error as MustacheTemplate.ParserError {
            throw .template(
                file: file, line: error.context.lineNumber, column: error.context.columnNumber,
                reason: "\(error.error)")
        } catch {
            throw .template(file: file, line: 1, column: 1, reason: "\(error)")
        }
    }
}

/// Why a report cannot be made.
public enum ReportError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A template is no Mustache; where its reading stopped, from 1.
    case template(file: String, line: Int, column: Int, reason: String)
    /// No template of that name was given.
    case noTemplate(file: String)
    /// Texts that the locale file lacks.
    case labels(missing: [String])

    public var description: String {
        switch self {
        case .template(let file, let line, let column, let reason):
            "the report's template \(file) is no Mustache, line \(line), column \(column): \(reason)"
        case .noTemplate(let file):
            "the report lacks its template \(file)"
        case .labels(let missing):
            "the report's labels have no text for: " + missing.joined(separator: ", ")
        }
    }
}
