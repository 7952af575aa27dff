internal import Wording

/// The texts of the page's frame, as the files of `config/locales` name them.
///
/// Texts that a template shows as they are it asks for itself, under `labels`; here are those that
/// are counted, filled or chosen.
package enum ReportLabel: String, PhraseKey {
    case title = "page_title"
    case headlineNew = "page_headline_new"
    case headlineQuiet = "page_headline_quiet"
    case headlineStanding = "page_headline_standing"
    case headlineRest = "page_headline_rest"
    case unanswered = "page_unanswered"
    case row = "page_row"
    case other = "page_other"
    case sectionNew = "page_section_new"
    case sectionUnanswered = "page_section_unanswered"
    case sectionSetAside = "page_section_set_aside"
    case examined = "page_examined"
    case examinedNone = "page_examined_none"
    case run = "page_run"
    case seconds = "page_seconds"
    case memory = "page_memory"

    package static let counted: Set<Self> = [.unanswered, .row, .other]
}
