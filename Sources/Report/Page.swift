public import Market

/// The page of a record for its coordinators: one HTML file that needs no other.
///
/// It says what is new first, then what each verb shows, what found nobody and why, the rows set
/// aside, and the figures of the runs. It holds no script, reads well on a phone and on paper, and
/// follows the reader's light or dark mode. Texts of the platform are shown as plain text and
/// escaped.
///
/// The same record, templates and labels give the same bytes. Unanswered needs come by job, then by
/// id; rows by source, then by id.
///
/// - Parameters:
///   - record: What the ledger recorded.
///   - parts: What each verb shows, in the order of the page.
///   - covered: Needs that a part tells of by itself, which are not told of as unanswered.
///   - context: The reader's language and its texts.
/// - Returns: The page, in UTF-8.
/// - Throws: ``ReportError/labels(missing:)``, ``ReportError/noTemplate(file:)``.
public func page(
    of record: RecordedRuns, parts: [ReportPart], leavingOut covered: Set<Need.ID>,
    in context: ReportContext
) throws(ReportError) -> String {
    try context.render(
        ReportTemplates.page,
        PageView(of: record, parts: parts, leavingOut: covered, in: context))
}
