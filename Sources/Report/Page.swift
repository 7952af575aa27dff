public import Market
internal import Mustache
internal import Wording

/// The page of a night for its coordinators: one HTML file that needs no other.
///
/// It says what is new first, then every standing suggestion with its reasons, the bids, what found
/// nobody and why, the rows set aside, and the figures of the runs. It holds no script, reads well
/// on a phone and on paper, and follows the reader's light or dark mode. Texts of the platform are
/// shown as plain text and escaped.
///
/// The same night, templates and labels give the same bytes. Needs with something new come first,
/// then by id; suggestions by rank; bids by deadline; unanswered needs by job, then by id; rows by
/// source, then by id.
///
/// - Parameters:
///   - night: What the ledger recorded.
///   - language: The reader's language.
///   - templates: The template of the page.
///   - labels: Texts of that language, as `config/locales` has them.
/// - Returns: The page, in UTF-8.
/// - Throws: ``ReportError/labels(missing:)``.
public func page(
    of night: RecordedNight, in language: Language, templates: ReportTemplates,
    labels: [String: String]
) throws(ReportError) -> String {
    let missing = templates.labelNames.filter { labels[$0] == nil }
    guard missing.isEmpty else { throw .labels(missing: missing) }
    let phrases: Phrases<ReportLabel>
    do {
        phrases = try Phrases(labels, in: language)
    } catch {
        throw .labels(missing: error.keys)
    }
    return templates.page.render(PageView(of: night, phrases: phrases))
}
