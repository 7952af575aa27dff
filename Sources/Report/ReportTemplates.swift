internal import Mustache

/// The templates that the report is made with, as the text of their files.
public struct ReportTemplates: Sendable {
    let page: MustacheTemplate
    /// Names that the page asks for under `labels`.
    let labelNames: [String]

    /// Takes the text of `report.mustache`.
    ///
    /// - Throws: ``ReportError/template(line:column:reason:)`` where it is no Mustache.
    public init(page: String) throws(ReportError) {
        self.page = try ReportTemplates.template(page)
        labelNames = ReportTemplates.labelNames(in: page)
    }

    static func template(_ text: String) throws(ReportError) -> MustacheTemplate {
        do {
            return try MustacheTemplate(string: text)
        } catch let error as MustacheTemplate.ParserError {
            throw .template(
                line: error.context.lineNumber, column: error.context.columnNumber,
                reason: "\(error.error)")
        } catch {
            throw .template(line: 1, column: 1, reason: "\(error)")
        }
    }

    static func labelNames(in text: String) -> [String] {
        var names: [String] = []
        var rest = text[...]
        while let found = rest.firstRange(of: "{{labels.") {
            rest = rest[found.upperBound...]
            names.append(String(rest.prefix { $0 != "}" && $0 != " " }))
        }
        return names
    }
}

/// Why a report cannot be made.
public enum ReportError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The template is no Mustache; where its reading stopped, from 1.
    case template(line: Int, column: Int, reason: String)
    /// Texts that the locale file lacks.
    case labels(missing: [String])

    public var description: String {
        switch self {
        case .template(let line, let column, let reason):
            "the report's template is no Mustache, line \(line), column \(column): \(reason)"
        case .labels(let missing):
            "the report's labels have no text for: " + missing.joined(separator: ", ")
        }
    }
}
