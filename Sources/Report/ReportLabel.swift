internal import Wording

/// The texts of the page's frame, as the files of `config/locales` name them.
///
/// Texts that a template shows as they are it asks for itself, under `labels`; here are those that
/// are counted, filled or chosen.
enum ReportLabel: String, PhraseKey {
    case title = "page_title"
    case headlineNew = "page_headline_new"
    case headlineQuiet = "page_headline_quiet"
    case headlineStanding = "page_headline_standing"
    case headlineRest = "page_headline_rest"
    case unansweredOne = "page_unanswered_one"
    case unansweredMany = "page_unanswered_many"
    case rowOne = "page_row_one"
    case rowMany = "page_row_many"
    case otherOne = "page_other_one"
    case otherMany = "page_other_many"
    case sectionNew = "page_section_new"
    case sectionUnanswered = "page_section_unanswered"
    case sectionSetAside = "page_section_set_aside"
    case examined = "page_examined"
    case examinedNone = "page_examined_none"
    case run = "page_run"
    case seconds = "page_seconds"
    case memory = "page_memory"
}
